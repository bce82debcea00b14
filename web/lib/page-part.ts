import { call, CallError } from './client.ts';
import { welcome } from '#features/identity/session/contract.ts';

/**
 * Loads a part of the application. When the server cannot be reached it fails as every call does, so
 * that the frame of the page stays and says so; the router would load the whole page again and lose it.
 * When the server answers, the part is gone (a newer version runs), and loading anew is right.
 */
export const pagePart =
  <M>(load: () => Promise<M>): (() => Promise<M>) =>
  () =>
    load().catch(async (error: unknown) => {
      await call(welcome).catch(() => {
        throw new CallError('offline');
      });
      throw error;
    });
