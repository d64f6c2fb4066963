import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP recommends it (19 MiB, 2 passes): about 60 ms a guess. */
const PIN_HASH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Slow hashes of PINs. */
export interface Pins {
  hash(pin: string): Promise<string>;
  /** False also for a hash that is none. */
  verify(pin: string, pinHash: string): Promise<boolean>;
}

export function createPins(): Pins {
  return {
    hash: (pin) => hash(pin, PIN_HASH),
    verify: async (pin, pinHash) => {
      try {
        return await verify(pinHash, pin);
      } catch {
        return false;
      }
    },
  };
}
