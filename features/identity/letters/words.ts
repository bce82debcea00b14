/**
 * The words of a letter, in the person's own language: English at a sixth-grade level, and Spanish with "usted".
 * They stand here and not in the catalogues of the screens: the server writes letters, in two languages at once.
 */
export type LetterWords = {
  heading: string;
  intro: string;
  codeLabel: string;
  nameLabel: string;
  qrAlt: string;
  stepsHeading: string;
  steps: string[];
  notes: string[];
  notYours: string;
};

export type LetterFacts = {
  clinic: { name: string; phone: string };
  /** Where the code is typed, without a fragment. */
  address: string;
  until: string;
  /** A renewal that is held: when it opens. */
  opens: string | null;
  isRenewal: boolean;
};

const english = ({ clinic, address, until, opens, isRenewal }: LetterFacts): LetterWords => ({
  heading: isRenewal ? 'Your new key to the patient portal' : 'Your invitation to the patient portal',
  intro: isRenewal
    ? `With this letter you choose a new password for your account with ${clinic.name}. Your old password and codes stop working when you finish.`
    : `You can now see your test results, medicines and visits online, and see who looked at your record. Setting up your account at ${clinic.name} takes about three minutes.`,
  codeLabel: 'Your code',
  nameLabel: 'Your sign-in name',
  qrAlt: `QR code that opens ${address} with the code of this letter`,
  stepsHeading: 'How to begin',
  steps: [
    `Point your phone’s camera at the square, or go to ${address} and enter your code.`,
    'Enter your birth date.',
    'Choose a password of at least 15 characters. A few words are fine.',
    'Set up an authenticator app on your phone. It is free, and shows a new 6-digit code every 30 seconds.',
    'Print or write down the recovery code that you are shown. Keep it where you keep your passport.',
  ],
  notes: [
    ...(opens === null ? [] : [`The code works from ${opens}. Until then, the account can still be used as before.`]),
    `The code works once, until ${until}. Nobody from the clinic will ever ask you for it.`,
    `Stuck, or no smartphone? Call us at ${clinic.phone}. We can also set it up with you at the front desk.`,
  ],
  notYours: `Is this letter not for you? Please do not use the code. Call us at ${clinic.phone}, or bring the letter to our front desk, so that we can fix the address.`,
});

const spanish = ({ clinic, address, until, opens, isRenewal }: LetterFacts): LetterWords => ({
  heading: isRenewal ? 'Su nueva llave para el portal del paciente' : 'Su invitación al portal del paciente',
  intro: isRenewal
    ? `Con esta carta usted elige una contraseña nueva para su cuenta en ${clinic.name}. Su contraseña y sus códigos anteriores dejan de servir cuando termine.`
    : `Ahora puede ver en línea los resultados de sus análisis, sus medicinas y sus visitas, y saber quién ha visto su expediente. Crear su cuenta en ${clinic.name} toma unos tres minutos.`,
  codeLabel: 'Su código',
  nameLabel: 'Su nombre para entrar',
  qrAlt: `Código QR que abre ${address} con el código de esta carta`,
  stepsHeading: 'Cómo empezar',
  steps: [
    `Apunte la cámara de su teléfono al cuadro, o vaya a ${address} y escriba su código.`,
    'Escriba su fecha de nacimiento.',
    'Elija una contraseña de al menos 15 caracteres. Pueden ser varias palabras.',
    'Instale una aplicación de autenticación en su teléfono. Es gratis y muestra un código nuevo de 6 cifras cada 30 segundos.',
    'Imprima o anote el código de recuperación que se le muestra. Guárdelo donde guarda su pasaporte.',
  ],
  notes: [
    ...(opens === null ? [] : [`El código sirve a partir del ${opens}. Hasta entonces, la cuenta se usa como antes.`]),
    `El código sirve una sola vez, hasta el ${until}. Nadie de la clínica se lo pedirá nunca.`,
    `¿Tiene dudas, o no tiene teléfono inteligente? Llámenos al ${clinic.phone}. También podemos hacerlo con usted en la recepción.`,
  ],
  notYours: `¿Esta carta no es para usted? Por favor, no use el código. Llámenos al ${clinic.phone}, o traiga la carta a nuestra recepción, para que corrijamos la dirección.`,
});

export const wordsOf = (language: 'en' | 'es', facts: LetterFacts): LetterWords =>
  language === 'es' ? spanish(facts) : english(facts);
