import { unescaped } from '../texts.ts'

/** Something the OFX text says: a group opens or closes, or a name has a value. */
export type Token =
  | { readonly kind: 'open'; readonly name: string; readonly at: number }
  | { readonly kind: 'close'; readonly name: string; readonly at: number }
  | { readonly kind: 'value'; readonly name: string; readonly text: string; readonly at: number }

/**
 * The groups that matter to a statement. Every other tag is a name with a value, whether or not it is
 * closed.
 */
const groups: ReadonlySet<string> = new Set(
  (
    'OFX SIGNONMSGSRSV1 SONRS STATUS FI BANKMSGSRSV1 CREDITCARDMSGSRSV1 STMTTRNRS ' +
    'CCSTMTTRNRS STMTRS CCSTMTRS ' +
    'BANKACCTFROM ' +
    'CCACCTFROM BANKTRANLIST BANKTRANLISTP STMTTRN STMTTRNP LEDGERBAL AVAILBAL BALLIST BAL ' +
    'PAYEE CURRENCY ORIGCURRENCY ' +
    'BANKACCTTO CCACCTTO INVSTMTMSGSRSV1 INVSTMTTRNRS INVSTMTRS INVTRANLIST INVBANKTRAN'
  ).split(' '),
)

const tags = /<(\/?)([A-Z][A-Z0-9_.]*)(?:\s[^<>]*)?\/?>|<!\[CDATA\[([\s\S]*?)\]\]>/g
const anyCase = new RegExp(tags.source, 'gi')

/**
 * Reads OFX of both generations, one tag after another. We do not use ofx-js or an XML parser here: real
 * files begin with an XML declaration and still leave tags open, keep CDATA, put everything on one line, and
 * we must be able to say on which line of the file a payment stands. Tags are capitals (small ones only
 * where the file's root is small), so that a payee's `<b>` stays a payee's text.
 */
export function* tokensOf(text: string): Generator<Token> {
  const pattern = /<OFX[\s>]/.test(text) ? tags : anyCase
  let held: { name: string; at: number; text: string } | null = null
  let end = 0
  for (const found of text.matchAll(pattern)) {
    const between = unescaped(text.slice(end, found.index))
    if (held) held.text += between
    end = found.index + found[0].length
    if (found[3] !== undefined) {
      if (held) held.text += found[3]
      continue
    }
    const name = (found[2] ?? '').toUpperCase()
    if (held) yield { kind: 'value', name: held.name, text: held.text.trim(), at: held.at }
    held = null
    if (groups.has(name))
      yield found[1] ? { kind: 'close', name, at: found.index } : { kind: 'open', name, at: found.index }
    else if (!found[1]) held = { name, at: found.index, text: '' }
  }
  // A value that runs to the end of the file may be half a value: the file broke off in it, so it is not
  // given.
}
