export { MorePart } from './MorePart.tsx';
