/** Asking the browser for a passkey. Owns the call and its failure; the only file that names the library. */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

export const hasPasskeys = (): boolean => browserSupportsWebAuthn();

type Options = Readonly<Record<string, unknown>>;

/** Null when the person, or the device, did not give one. */
export const provePasskey = async (options: Options): Promise<object | null> => {
  try {
    return await startAuthentication({ optionsJSON: options as object as PublicKeyCredentialRequestOptionsJSON });
  } catch {
    return null;
  }
};

export const makePasskey = async (options: Options): Promise<object | null> => {
  try {
    return await startRegistration({ optionsJSON: options as object as PublicKeyCredentialCreationOptionsJSON });
  } catch {
    return null;
  }
};
