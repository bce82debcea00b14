/**
 * Long passwords that many people think of: the strength estimate counts their words and finds them
 * strong, an attacker tries them first. Letters and digits only, lower case, without accents.
 * The 49,000 common passwords of the estimator's own dictionary come on top.
 */
const phrases = `
correct horse battery staple|correct horse battery|battery staple correct horse|password password password|my password is password
this is my password|this is a password|this is my secret|i love you so much|i love you forever|i love my family|i love my kids|i love my husband|i love my wife|i love my dog|i love my cat
let me in please|open sesame open|the quick brown fox|the quick brown fox jumps over the lazy dog|quick brown fox jumps|to be or not to be|to be or not to be that is the question|may the force be with you
live long and prosper|one ring to rule them all|winter is coming soon|you shall not pass|i am your father|luke i am your father|hakuna matata hakuna|supercalifragilisticexpialidocious|never gonna give you up|god is good all the time
in god we trust|jesus is my savior|jesus loves you|jesus christ is lord|the lord is my shepherd|our father who art in heaven|amazing grace how sweet|happy birthday to you|merry christmas|happy new year everyone
twinkle twinkle little star|mary had a little lamb|humpty dumpty sat on a wall|row row row your boat|once upon a time|somewhere over the rainbow|don't worry be happy|hello darkness my old friend|we will we will rock you
home sweet home|home is where the heart is|an apple a day keeps the doctor away|better late than never|carpe diem carpe diem|four score and seven years ago|we the people of the united states|i have a dream today|land of the free
fuck you fuck you|go fuck yourself|trust no one|trust no one ever|i forgot my password|i forget my password|forgot my password|change me please|change this password|new password please|temporary password|default password|administrator password|patient portal password|my patient portal|my health record|my medical records
let me in let me in|welcome to the jungle|welcome to my world|monkey monkey monkey|dragon dragon dragon|baseball baseball|football football|liverpool football club|manchester united|real madrid club de futbol|new england patriots|dallas cowboys fan|green bay packers
te quiero mucho|te amo mucho mucho|te amo para siempre|mi amor eterno|amor de mi vida|amo a mi familia|mi familia es todo|mi contrasena es|mi contrasena secreta|esta es mi contrasena|contrasena contrasena|dios es amor|dios es mi pastor|jehova es mi pastor|el senor es mi pastor
virgen de guadalupe|nuestra senora|padre nuestro que estas en los cielos|feliz cumpleanos|feliz navidad|en un lugar de la mancha|hasta la vista baby|viva mexico cabrones|viva la vida loca|que sera sera|mi casa es tu casa|arriba abajo al centro
qwertyuiopasdfghjkl|qwertyuiopasdfghjklzxcvbnm|qwertyuiop1234567890|1234567890qwertyuiop|1qaz2wsx3edc4rfv|1qaz2wsx3edc4rfv5tgb|q1w2e3r4t5y6u7i8|abcdefghijklmnop|abcdefghijklmnopqrstuvwxyz|zyxwvutsrqponmlkjihgfedcba|0123456789012345|9876543210987654|112233445566778899`;

/** Accents, spaces, punctuation and the usual digit-for-letter swaps taken out. */
export const plainForm = (password: string): string =>
  password
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const swaps: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
};
const withoutSwaps = (plain: string): string => plain.replaceAll(/[0-9]/g, (digit) => swaps[digit] ?? digit);

const listed = new Set(phrases.split(/[|\n]/).filter(Boolean).map(plainForm));

/** True for a listed phrase, also with punctuation, swapped digits, or up to four digits or signs at its end. */
export const isKnownPhrase = (password: string): boolean => {
  const plain = plainForm(password);
  const stem = plain.replace(/\d{1,4}$/, '');
  return [plain, stem, withoutSwaps(plain), withoutSwaps(stem)].some((form) => listed.has(form));
};

/** Words that a sentence has anyway: they add nothing to what must be guessed. English and Spanish. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    'a an the i you he she it we they me my your his her its our their this that these those is am are was were be been ' +
    'do does did has have had will would can could to of in on at for with from by and or but so not no very too all ' +
    'un una unos unas el la los las lo yo tu el ella nosotros ellos mi mis tus su sus nuestro nuestra este esta ese esa ' +
    'es soy son era fue ser estar esta estoy hay ha he muy y o pero que no de del al en con por para a se me te nos le'
  ).split(' '),
);
