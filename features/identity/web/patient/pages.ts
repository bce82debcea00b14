export { EnrolPage, RecoverPage, SignInPage } from './Doors.tsx';
export { SignedOutPage, TimedOutPage } from '../shared/Ended.tsx';
