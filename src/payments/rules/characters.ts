/** Letters that no accent can be taken off, as people write them without. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'ng',
  Ŋ: 'Ng',
  '&': ' and ',
  '@': ' at ',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  _: '-',
}

/**
 * A text in the letters that every bank takes: a-z, A-Z, 0-9, space and / - ? : ( ) . , ' +. Accents are
 * taken off, everything else is left out. Two slashes, or one at either end, mean something to banks and are
 * taken out. `otherwise` stands in where nothing is left, as with a name in another script.
 */
export function bankText(text: string, { most, otherwise }: { most: number; otherwise: string }): string {
  const spelled = [...text].map(letter => plainLetters[letter] ?? letter).join('')
  const plain = spelled
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]+/g, ' ')
    .replace(/\/{2,}/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/^[\s/]+|[\s/]+$/g, '')
  const cut = plain.slice(0, most).replace(/[\s/]+$/, '')
  return /[A-Za-z0-9]/.test(cut) ? cut : otherwise
}
