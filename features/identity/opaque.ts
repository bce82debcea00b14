import { client, ready, server } from '@serenity-kit/opaque';
import { AppError } from '#platform/errors.ts';

/**
 * The server's half of OPAQUE (RFC 9807). It never sees a password. `setup` is the secret that a thief
 * of the database lacks; it is wrapped by the KMS and losing it invalidates every password.
 */
export type OpaqueServer = {
  /** Answers the first sign-in message. `record` undefined: a fake one, which looks the same. */
  startLogin(
    accountId: string,
    record: string | undefined,
    startLoginRequest: string,
  ): { state: string; response: string };
  /** True when the last message proves the password. Never throws on what a client sent. */
  finishLogin(state: string, finishLoginRequest: string): boolean;
  /** Answers the first registration message. */
  register(accountId: string, registrationRequest: string): string;
  /** True when a record is one that sign-in can use. */
  accepts(accountId: string, record: string): boolean;
};

/** A new server setup, made once per installation. */
export const createOpaqueSetup = async (): Promise<string> => {
  await ready;
  return server.createSetup();
};

const refused = (cause: unknown): AppError =>
  new AppError('invalid', 'That message is not one of this protocol.', { cause });

export const createOpaqueServer = async (setup: string): Promise<OpaqueServer> => {
  await ready;
  const startLogin = (accountId: string, record: string | undefined, startLoginRequest: string) => {
    const started = server.startLogin({
      serverSetup: setup,
      userIdentifier: accountId,
      registrationRecord: record,
      startLoginRequest,
    });
    return { state: started.serverLoginState, response: started.loginResponse };
  };
  return {
    startLogin: (accountId, record, startLoginRequest) => {
      try {
        return startLogin(accountId, record, startLoginRequest);
      } catch (cause) {
        throw refused(cause);
      }
    },
    finishLogin: (state, finishLoginRequest) => {
      try {
        server.finishLogin({ serverLoginState: state, finishLoginRequest });
        return true;
      } catch {
        return false;
      }
    },
    register: (accountId, registrationRequest) => {
      try {
        return server.createRegistrationResponse({ serverSetup: setup, userIdentifier: accountId, registrationRequest })
          .registrationResponse;
      } catch (cause) {
        throw refused(cause);
      }
    },
    accepts: (accountId, record) => {
      try {
        startLogin(accountId, record, client.startLogin({ password: 'probe' }).startLoginRequest);
        return true;
      } catch {
        return false;
      }
    },
  };
};
