export const ProfilePage = () => null;
export const TimingPage = () => null;
