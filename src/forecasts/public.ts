// The door of `forecasts`: when money runs out, and what is left. See README.md.
export { bookByMonth } from './queries/book.ts'
export { type BookForecast, type BookMonth, forecastBook } from './rules/book.ts'
export { forecastOne, type OneBudget, type OneForecast } from './rules/one-budget.ts'
