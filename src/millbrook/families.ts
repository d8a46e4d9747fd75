import { addressOf } from './staff.ts'

/** Whose sign-in link is printed at the start, by their address, and who they are. */
export const familiesToShow: ReadonlyMap<string, string> = new Map(
  [
    ['Amira Hassan', 'mother of Yusuf, 9'],
    ['Derek Ransome', 'has motor neurone disease'],
    ['Grace Ransome', 'Derek’s sister, helps with the money'],
    ['Gwen Tallis', 'holds her own direct payment'],
    ['Joan Ellery', 'personal assistant of Gwen'],
    ['Owen Achterberg', 'nominee for his friend'],
    ['Beatriz Carvalho', 'asked for a budget today'],
    ['Marguerite Dubois-Hall', 'thinks her sum is wrong'],
  ].map(([name = '', says = '']) => [addressOf(name, 'millbrook'), says]),
)
