export {
  CobblestoneError,
  type CobblestoneSource,
  cobblestoneLength,
  hkdfExpand,
  openCobblestone,
  openCobblestoneRange,
  sealCobblestone,
} from './cobblestone.ts';
