/** What was typed into a field of a form, as it is; '' when there is no such field. */
export const typedIn = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
};
