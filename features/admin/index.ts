/** What the composition root may use of administration. */
export { demoAccounts, type DemoAccount } from './demo/accounts.ts';
export { demoClinic } from './demo/cast/clinic.ts';
export { createDemo, type DemoDeps } from './demo/create-demo.ts';
