using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Policy;

/// <summary>A term that the law or a regulator sets for the solution of some tickets, beside the company's own targets.</summary>
/// <param name="Categories">The codes of their categories; one at least.</param>
/// <param name="Within">The term, from the first mail on.</param>
/// <param name="Calendar">The calendar that it is counted on: 24x7 for days of the calendar, another for working days.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ExtendTo">The longest that it may be extended to, from the first mail on; null when it may not be extended.</param>
public sealed record RegulatoryTerm(IReadOnlyList<string> Categories, Target Within, string Calendar, CalendarName Name, Target? ExtendTo);
