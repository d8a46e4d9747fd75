/** What a public text may not hold, by the name of the reason. */
export const hiddenSays = {
  'holds-a-name': 'It holds a name of somebody in this case. Say what they do instead: “the case worker”',
  'holds-a-reference': 'It holds a reference of a case. Leave it out',
  'holds-a-number': 'It holds a number of ten digits, like an NHS number. Leave it out',
  'holds-a-day': 'It holds a full date. Say the month only, so that nobody is found by it',
  'holds-an-address': 'It holds an e-mail address or a postcode. Leave it out',
  'holds-a-telephone': 'It holds a telephone number. Leave it out',
} as const
export type Hidden = keyof typeof hiddenSays

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

// These are names too: they count only with a capital.
const ordinary = new Set(
  'will may mark grace hope rose joy faith dawn bill jack pat sue art amber ivy iris june april august'
    .concat(' son day young long short white black field wood woods hill lane page read west north care')
    .split(' '),
)

/** The words of names. */
const wordsOf = (names: readonly string[]): readonly string[] =>
  names.flatMap(name => plain(name).split(/[^\p{L}]+/u)).filter(word => word.length >= 3)

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const patterns: readonly (readonly [Hidden, RegExp])[] = [
  ['holds-a-reference', /\bPHB[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{3}\b/i],
  ['holds-a-number', /(?<!\d)\d(?:[ -]?\d){9}(?!\d)/],
  ['holds-a-day', /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/],
  ['holds-a-day', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})[a-z]*,? \\d{4}\\b`, 'i')],
  ['holds-a-day', new RegExp(`\\b(?:${months})[a-z]* \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'i')],
  ['holds-an-address', /[^\s@]+@[^\s@]+\.[^\s@]+/],
  ['holds-an-address', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i],
  ['holds-a-telephone', /(?<![\d])(?:\+44|0)(?:[ ()-]*\d){9,10}(?!\d)/],
]

/**
 * Pure: every reason why a text may not be published. It finds the obvious only, which is why a second person
 * reads each lesson too.
 */
export function hiddenIn(text: string, names: readonly string[]): readonly Hidden[] {
  const own = plain(text).split(/[^\p{L}]+/u)
  const [exact, any] = [new Set(own), new Set(own.map(word => word.toLowerCase()))]
  const isIn = (word: string) =>
    exact.has(word) || (!ordinary.has(word.toLowerCase()) && any.has(word.toLowerCase()))
  const named = wordsOf(names).some(isIn)
  const found = patterns.filter(([, pattern]) => pattern.test(text)).map(([reason]) => reason)
  return [...new Set<Hidden>([...(named ? (['holds-a-name'] as const) : []), ...found])]
}
