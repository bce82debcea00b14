import { correction, generate } from 'lean-qr';

/**
 * A QR code as an SVG path, drawn here so that the secret goes nowhere. One unit a module; draw it with
 * a viewBox of `size` and `shape-rendering="crispEdges"`, dark on white in every theme.
 */
export const qrPath = (text: string): { path: string; size: number } => {
  const quiet = 4;
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
    }
  }
  return { path, size: code.size + 2 * quiet };
};
