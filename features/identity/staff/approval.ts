import { AppError } from '#platform/errors.ts';

/**
 * Why a role cannot be asked for, and what to do: nobody could approve it. A role takes two people, and whoever gets
 * it is neither of them who approves (identity.approval_of). The path tells the screens which words to show.
 */
const dead = {
  first:
    'You are the only one here who may approve roles. First make a privacy officer or a second administrator: that needs nobody else. Then one of you asks, and the other approves.',
  nobody:
    'Nobody could approve this: whoever asks for a role, or gets it, may not. First give another colleague the role of privacy officer or administrator; that colleague can then approve this one.',
  operator:
    'Nobody but you is left here who may approve roles. Switch the account of another approver on again, or ask whoever runs the server for `portico invite-approver`: you then approve that letter.',
} as const;

const isDead = (way: string): way is keyof typeof dead => Object.hasOwn(dead, way);

/** Throws `conflict` for what nobody could ever approve. */
export const refuseUnapprovable = (way: string): void => {
  if (isDead(way))
    throw new AppError('conflict', dead[way], { fields: [{ path: `body.role.${way}`, message: dead[way] }] });
};
