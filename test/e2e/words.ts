// What the pages say, for tests that read them in both languages.
export type Words = Readonly<Record<Exclude<keyof typeof english, 'newest'>, string> & { newest: RegExp }>;

const english = {
  signInName: 'Sign-in name',
  password: 'Password',
  continue: 'Continue',
  code: '6-digit code',
  signIn: 'Sign in',
  home: 'Home',
  results: 'Results',
  newest: /^New(?:est)? results$/,
  trend: 'Over time',
  table: 'Show these values as a table',
  meaning: 'What this means',
  whoSaw: 'Who saw my record',
  firstLine: "Looks made in this portal. Looks in the clinic's own system are not listed; ask us for those.",
  checkedOnPhone: 'Checked on this phone ✓',
  checkedOnComputer: 'Checked on this computer ✓',
  account: 'Account of Maria Rivera',
  signOut: 'Sign out',
  signedOut: 'You are signed out',
  above: 'Above range',
};

const spanish: Words = {
  signInName: 'Nombre de acceso',
  password: 'Contraseña',
  continue: 'Continuar',
  code: 'Código de 6 números',
  signIn: 'Iniciar sesión',
  home: 'Inicio',
  results: 'Resultados',
  newest: /^Resultados (?:nuevos|más recientes)$/,
  trend: 'A lo largo del tiempo',
  table: 'Mostrar estos valores en una tabla',
  meaning: 'Qué significa',
  whoSaw: 'Quién vio mi expediente',
  firstLine:
    'Consultas hechas en este portal. Las consultas en el sistema propio de la clínica no aparecen aquí; pregúntenos por ellas.',
  checkedOnPhone: 'Comprobado en este teléfono ✓',
  checkedOnComputer: 'Comprobado en esta computadora ✓',
  account: 'Cuenta de Maria Rivera',
  signOut: 'Cerrar sesión',
  signedOut: 'Cerró su sesión',
  above: 'Por encima del rango',
};

export const words: Readonly<Record<'en' | 'es', Words>> = { en: english, es: spanish };
