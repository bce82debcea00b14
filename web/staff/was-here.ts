const storageKey = 'portico.staff';

/** That somebody worked in this tab and did not sign out: a session that is over by then has timed out. Names nobody. */
export const rememberWork = (): void => sessionStorage.setItem(storageKey, '1');

/** Asked once: the next visit is an ordinary one. */
export const endedUnasked = (): boolean => {
  const was = sessionStorage.getItem(storageKey) !== null;
  sessionStorage.removeItem(storageKey);
  return was;
};
