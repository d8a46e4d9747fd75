import { plainDate } from '../../kernel/days.ts'
import type { Backing, Confidence } from '../../kernel/rule.ts'

/** The day on which we read these places in the reference that the project was given. */
const readOn = plainDate('2026-11-22')
export const law = 'https://www.legislation.gov.uk'

type Place = readonly [cite: string, title: string, address?: string]

const written =
  (confidence: Confidence) =>
  (...[cite, title, address]: Place): Backing => ({
    source: { cite: `architecture/sources/${cite}`, title, address: address ?? null, read: readOn },
    confidence,
  })

export const statute = written('statute-read')
export const reported = written('secondary')
export const old = written('forerunner')
export const origin = written('origin')
export const known = written('general-knowledge')
export const ours = written('design')
