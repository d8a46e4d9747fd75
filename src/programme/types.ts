import type { Moment } from '../kernel/days.ts'

export type Criterion = { readonly name: string; readonly weight: number }

/** What is asked of applicants, and by what they are judged. All of it is handed in: none of it is law. */
export type Call = {
  readonly places: number
  readonly closesAt: Moment
  readonly criteria: readonly Criterion[]
  /** The highest level; the lowest is nought. */
  readonly topLevel: number
  /** Of equal results the higher mean level on this criterion goes first. */
  readonly equalBy: string
}

/** One scorer's levels for an application, in the order of the call's criteria. */
export type Scoring = {
  readonly scorer: string
  /** Declared by the scorer before they saw it. */
  readonly worksForApplicant: boolean
  readonly levels: readonly number[]
}

export type Application = {
  readonly area: string
  readonly receivedAt: Moment
  readonly scorings: readonly Scoring[]
}

/** Weight times level, added up: a whole number, so that nothing is rounded. */
export type Points = number

export type ScoreGiven = { readonly scorer: string; readonly points: Points | 'not-used' }

export type Judged = {
  readonly area: string
  readonly scores: readonly ScoreGiven[]
  /** Of both scorers together. */
  readonly points: Points
  /** On the criterion that tells equals apart, of both scorers together. */
  readonly equalBy: number
}
