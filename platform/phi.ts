import { inspect } from 'node:util';

/**
 * A value that must not reach a log, an error text or a template by accident.
 * Printing, stringifying or serialising it gives only its label; `reveal()` is the
 * one way to the value, so that a reviewer can search for it.
 */
class Guarded<T> {
  readonly #value: T;
  readonly #label: string;

  constructor(value: T, label: string) {
    this.#value = value;
    this.#label = label;
  }

  /** The value itself. Every call site is a place to review. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return this.#label;
  }

  toJSON(): string {
    return this.#label;
  }

  [inspect.custom](): string {
    return this.#label;
  }
}

/** A credential, key or token. */
export class Secret<T = string> extends Guarded<T> {
  constructor(value: T) {
    super(value, '[secret]');
  }
}

/** Protected health information in clear. */
export class Phi<T = string> extends Guarded<T> {
  constructor(value: T) {
    super(value, '[health information]');
  }
}
