import { client, ready } from '@serenity-kit/opaque';

/**
 * Key stretching, pinned: the same at registration and at every sign-in, or the password stops
 * working. Argon2id, 3 passes over 64 MiB, one lane (RFC 9106's second choice, with more passes):
 * about half a second; the library's own recommendation takes up to 21 s on a phone.
 */
const keyStretching = { 'argon2id-custom': { iterations: 3, memory: 65_536, parallelism: 1 } } as const;

/** The client's half of OPAQUE (RFC 9807). The browser runs it in a worker, the terminal as it is. */
export type OpaqueClient = {
  startLogin(password: string): Promise<{ state: string; request: string }>;
  /** Undefined when the password is wrong: the client finds out by itself. */
  finishLogin(
    state: string,
    response: string,
    password: string,
  ): Promise<{ request: string; exportKey: string } | undefined>;
  startRegistration(password: string): Promise<{ state: string; request: string }>;
  finishRegistration(state: string, response: string, password: string): Promise<{ record: string; exportKey: string }>;
};

/** OPAQUE on this thread; each finish blocks it for half a second. */
export const directOpaque: OpaqueClient = {
  startLogin: async (password) => {
    await ready;
    const { clientLoginState, startLoginRequest } = client.startLogin({ password });
    return { state: clientLoginState, request: startLoginRequest };
  },
  finishLogin: async (state, response, password) => {
    await ready;
    const finished = client.finishLogin({ clientLoginState: state, loginResponse: response, password, keyStretching });
    return finished && { request: finished.finishLoginRequest, exportKey: finished.exportKey };
  },
  startRegistration: async (password) => {
    await ready;
    const { clientRegistrationState, registrationRequest } = client.startRegistration({ password });
    return { state: clientRegistrationState, request: registrationRequest };
  },
  finishRegistration: async (state, response, password) => {
    await ready;
    const { registrationRecord, exportKey } = client.finishRegistration({
      clientRegistrationState: state,
      registrationResponse: response,
      password,
      keyStretching,
    });
    return { record: registrationRecord, exportKey };
  },
};
