/** What the composition root may use of administration. */
export { createDemo, demoAccounts, type DemoAccount, type DemoDeps } from './demo/create-demo.ts';
export { demoClinic } from './demo/cast.ts';
