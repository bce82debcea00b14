export { EnrolPage, RecoverPage, SignInPage } from './Doors.tsx';
export { SignedOutPage } from '../shared/Ended.tsx';
export { TimedOutPage } from './TimedOutPage.tsx';
