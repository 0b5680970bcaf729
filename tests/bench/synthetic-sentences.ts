/**
 * The sentences of the synthetic articles. `{…}` is filled in by `synthetic-articles.ts`: `{a}`, `{b}`, `{c}` are people
 * (`{a}`, `{a.he}`, `{a.his}`, `{a.role}`), `{agency}`, `{company}`, `{group}` bodies, `{q}` something to say,
 * `{Q}` the same at the start of a sentence, `{f}` a fact to report, `{<}` and `{>}` quote marks, `{[}` and `{]}` the marks inside them.
 */
const lines = (list: string): readonly string[] => list.trim().split(/\s*\n\s*/)

export const TITLES = lines(`
  {company} to close {city} plant after {trouble}
  {agency} halts work on {thing} in {city}
  {city} {thing} to reopen in {month}
  {group} and {agency} reach deal over {thing}
  {a} defends plan for {thing}
  Court orders {company} to pay {money}
  {number} moved from homes as {thing} fails near {city}
  {b} resigns over {trouble}
  {city} votes on {thing}, and {country} watches`)

export const LEADS = lines(`
  The {agency} on {weekday} halted work on {a thing} in {city} after inspectors found {trouble}, a decision that could cost {money} and delay the opening until {month} {nextyear}.
  {company} said on {weekday} that it would sell its share of {a thing} in {city} for {money}, ending a quarrel with the {group} that began {ago}.
  A court in {city} ordered {company} on {weekday} to pay {money} to {number} families who lived beside {a thing}, in a case that has divided {country} since {year}.
  {office} {a} said on {weekday} that {a thing} in {city} would be rebuilt by the end of next year, {span} after {trouble} had forced it to close.
  Members of the {group} voted by {number} to {number} on {weekday} to end a strike at {company} that has kept {a thing} in {city} shut since {month} {day}.
  Some {number} people were taken from their homes near {city} early on {weekday} when {a thing} gave way after {trouble}, the {agency} said.`)

/** In any order; the lead has introduced nobody: it brings its own people. `|` ends a paragraph. */
export const PARAGRAPHS = lines(`
  {<}{Q},{>} said {a}, the {a.role} of the {agency}. {<}{Q}.{>}
  {<}{Q},{>} {a} told reporters outside the {agency} at {clock}, {<}and {q}.{>}
  {b}, {b.role} at {company}, said that {f}. {b.He} added that the figures for {quarter} would be published in {month}.|{<}{Q},{>} {b.he} said. {<}My colleague told me, {[}{Q}.{]} I did not believe it.{>}
  The {group} ({group.acronym}), which has {number} members, rejected that account. Its {c.role}, {c}, called the offer {<}{scare}{>} and said it had come {span} too late.
  According to the {group}, {f}. The {group.acronym} has asked for a meeting before {month} {day}.
  {c}, {bystander}, was less patient. {<}{Q},{>} {c.he} said. {<}{Q}.{>}
  In a letter dated {month} {day}, {year}, the {agency} warned that {f}. {company} did not reply to it, according to a person who has read it.
  The work, which began in {year}, was to have been finished by the {season} of {nextyear}. It has been stopped {small} times, most recently {lastday} and {span} before that.
  {company} reported a loss of {money} for {quarter}, compared with a profit of {money} a year earlier. Its shares fell {small} percent in {city2} on {weekday}.
  {office} {d}, who was elected in {year}, denied that {f}. Asked whether {d.he} would resign, {d} said: {<}{Q}.{>}
  A spokesman for the {agency} declined to comment. The ministry in {city2} said only that it was aware of the {<}{scare}{>} measures.
  The {thing}, made famous by the film {<}{work}{>} in the {decade}s, is used by {number} people every day.
  {a} and {a.his} {spouse}, {spousename} {a.last}, moved to {city2} {span} ago. {<}{Q},{>} {spousename} {a.last} said by telephone.
  Similar plans in {city2} and {city3} were dropped last year. In {country2}, {a thing2} of the same kind has been in use since {year}.
  {<}{Q},{>} {c} wrote in an email on {weekday}. {<}{Q}, and {q}.{>}
  Both sides will meet again next {weekday}. A ruling is expected within {small} months, {a} said, and no later than {month} {nextyear}.
  The {agency} has {number} employees and an annual budget of {money}. It was set up {span} ago, after a fire in {city3}.
  People in {city} were divided. {<}{Q},{>} said {d}, {bystander}. {d.His} neighbor, {e}, disagreed: {<}{Q}.{>}
  It was not clear on {weekday} evening whether {f}. The U.S. and {country2} have both offered help, the {agency} said.`)

/** A quote that runs on over paragraphs: the first two are left open. */
export const LONG_QUOTE: readonly string[] = [
  '{c}, who was there, remembered it differently.',
  '{<}{Q}. It was about {clock}, and {q}.',
  '{<}{Q}, and nobody had told us.',
  '{<}In the end {q}.{>}',
]

export const SAYINGS = lines(`
  we counted {number} of them and stopped
  nobody asked the people who live there
  the money was spent before it arrived
  we will not sign what we have not read
  the plan is sound and the weather is not
  there was a meeting, and then there was a second meeting about the first
  I have seen three of these projects and paid for four
  it is cheaper to repair a promise than to break one
  the engineers were right in {year} and they are right now
  we have {small} weeks and enough work for {number} days
  the report will be published when it is finished
  no decision has been made in {city2} or anywhere else
  my father helped to build it in {year}
  this is a question for the courts
  the doors were locked at {clock}
  everybody knew and everybody was on holiday
  they sent us a brochure
  the numbers from {city3} do not add up
  we have asked {country2} for advice
  it would be wrong to speak of a crisis
  the {thing} belongs to those who use it
  a thing like that does not fall down by itself
  somebody must have turned off the alarm
  I would do it again tomorrow`)

export const FACTS = lines(`
  {number} of the {number} rooms had never been used
  the work would cost {money} more than planned
  the {thing} had been inspected {small} times since {year}
  nobody would lose a job before {month}
  a second {thing2} was being considered for {city2}
  the contract had been signed in {city3} in {month}
  {company} knew about {trouble} as early as {year}
  the money would come from {country2}
  residents had been warned on {lastday}
  the alarm had been switched off at {clock}
  most of the documents were lost in {year}
  a new survey would be ready within {small} months`)
