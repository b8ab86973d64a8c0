namespace Mailroom.Pipeline.Tests.Adapters.Policy;

/// <summary>Deadlines worked out by hand, with the working; nothing here was copied from what the program says.</summary>
/// <remarks>
/// Columns: calendar | what is due | target | received | events | looked at | due | state | working. Moments are those of the calendar's
/// wall clock; "+01:00" behind one names the offset where it matters. Looked at: empty for the moment of receipt.
/// china: Mon-Fri 09:00-12:00, 13:00-18:00 (8 h). london: Mon-Fri 09:00-17:30 (8 h 30 min). newyork: Mon-Fri 09:00-17:00.
/// night: nights that begin Mon-Fri, 22:00-06:00, Shanghai (8 h). nightlondon: every night 22:00-06:00. small: every day 01:00-04:00, New York.
/// always: London around the clock. 24x7: Shanghai around the clock.
/// </remarks>
internal static class DeadlinesByHand
{
    internal const string Table = """
        # Ordinary days
        china | solve | PT8H | 2026-03-02 10:00 | | | 2026-03-03 10:00 | running | Mon 10-12 2 h, 13-18 5 h = 7 h; Tue 09-10 1 h
        china | solve | PT2H | 2026-03-02 10:00 | | | 2026-03-02 12:00 | running | used up at the start of lunch: due there, not at 13:00
        china | solve | PT1H | 2026-03-02 11:30 | | | 2026-03-02 13:30 | running | 30 min to lunch, 30 min after it
        china | solve | PT1H | 2026-03-02 12:15 | | | 2026-03-02 14:00 | running | received at lunch: 13-14
        china | solve | PT30M | 2026-03-02 17:30 | | | 2026-03-02 18:00 | running | used up at closing time: due at closing time
        china | solve | PT1H | 2026-03-02 17:30 | | | 2026-03-03 09:30 | running | 30 min Mon, 30 min Tue
        china | solve | PT8H | 2026-03-02 08:00 | | | 2026-03-02 18:00 | running | received before opening: the whole Monday
        china | solve | PT8H | 2026-03-02 09:00 | | | 2026-03-02 18:00 | running | the whole Monday
        china | solve | PT8H | 2026-03-02 18:00 | | | 2026-03-03 18:00 | running | received at closing time: the whole Tuesday
        china | solve | PT8H | 2026-03-02 23:59 | | | 2026-03-03 18:00 | running | received at night: the whole Tuesday
        china | solve | PT8H | 2026-03-06 17:00 | | | 2026-03-09 17:00 | running | Fri 1 h; Mon 09-12 3 h, 13-17 4 h
        china | solve | PT8H | 2026-03-07 15:00 | | | 2026-03-09 18:00 | running | Saturday is closed: the whole Monday
        china | solve | P1D | 2026-03-02 10:00 | | | 2026-03-03 10:00 | running | a working day is 8 h
        china | solve | P3D | 2026-03-02 10:00 | | | 2026-03-05 10:00 | running | 24 h: Mon 7, Tue 8, Wed 8, Thu 1
        china | solve | P5D | 2026-03-02 14:20 | | | 2026-03-09 14:20 | running | 40 h: Mon 3:40, Tue-Fri 32 = 35:40; Mon 09-12 3 h, 13:00 + 1:20
        china | solve | P2D | 2026-03-05 11:00 | | | 2026-03-09 11:00 | running | 16 h: Thu 1 + 5, Fri 8, Mon 2
        china | solve | PT4H | 2026-03-02 11:00 | | | 2026-03-02 16:00 | running | 1 h to lunch, 13-16
        china | solve | PT3H | 2026-03-02 09:00 | | | 2026-03-02 12:00 | running | the morning
        china | solve | PT3H1M | 2026-03-02 09:00 | | | 2026-03-02 13:01 | running | the morning and one minute after lunch
        # Spring Festival 2026: Sat 14 Feb is worked, 15-23 Feb closed, Sat 28 Feb is worked
        china | solve | PT2H | 2026-02-13 17:00 | | | 2026-02-14 10:00 | running | Fri 1 h; make-up Saturday 1 h
        china | solve | PT8H | 2026-02-13 18:00 | | | 2026-02-14 18:00 | running | the whole make-up Saturday
        china | solve | PT2H | 2026-02-14 17:00 | | | 2026-02-24 10:00 | running | make-up Saturday 1 h; Tue 24 Feb 1 h
        china | solve | PT8H | 2026-02-14 14:00 | | | 2026-02-24 14:00 | running | make-up Saturday 4 h; Tue 24 Feb 3 h + 1 h
        china | solve | PT8H | 2026-02-16 12:00 | | | 2026-02-24 18:00 | running | received on the holiday: the whole Tue 24 Feb
        china | solve | P3D | 2026-02-12 15:00 | | | 2026-02-24 15:00 | running | 24 h: Thu 3, Fri 8, Sat 8 = 19; Tue 3 + 2
        china | solve | P5D | 2026-02-13 09:00 | | | 2026-02-26 18:00 | running | 40 h: Fri, Sat 14, Tue 24, Wed 25, Thu 26
        china | solve | P1D | 2026-02-27 16:00 | | | 2026-02-28 16:00 | running | Fri 2 h; make-up Saturday 09-12 3 h, 13-16 3 h
        china | solve | PT8H | 2026-02-28 17:00 | | | 2026-03-02 17:00 | running | make-up Saturday 1 h; Sunday closed; Mon 3 + 4
        china | solve | PT1H | 2026-02-15 00:00 | | | 2026-02-24 10:00 | running | nine days closed; Tue 09-10
        china | solve | PT30M | 2026-02-24 08:59 | | | 2026-02-24 09:30 | running | one minute before opening
        # The other holidays of the State Council's notices
        china | solve | P1D | 2025-12-31 17:00 | | | 2026-01-04 17:00 | running | Wed 1 h; 1-3 Jan closed; make-up Sunday 4 Jan 3 + 4
        china | solve | PT8H | 2026-04-03 16:00 | | | 2026-04-07 16:00 | running | Fri 2 h; Qingming 4-6 Apr; Tue 3 + 3
        china | solve | PT8H | 2026-04-30 13:00 | | | 2026-05-06 12:00 | running | Thu 13-18 5 h; 1-5 May; Wed 09-12
        china | solve | P2D | 2026-05-08 10:00 | | | 2026-05-11 10:00 | running | 16 h: Fri 7, make-up Saturday 9 May 8, Mon 1
        china | solve | PT4H | 2026-06-18 16:00 | | | 2026-06-22 11:00 | running | Thu 2 h; Dragon Boat 19-21 Jun; Mon 2 h
        china | solve | PT8H | 2026-09-19 12:00 | | | 2026-09-20 18:00 | running | an ordinary Saturday; make-up Sunday 20 Sep
        china | solve | P1D | 2026-09-24 14:00 | | | 2026-09-28 14:00 | running | Thu 4 h; Mid-Autumn 25-27 Sep; Mon 3 + 1
        china | solve | PT4H | 2026-09-30 16:00 | | | 2026-10-08 11:00 | running | Wed 2 h; 1-7 Oct; Thu 2 h
        china | solve | P3D | 2026-09-30 09:00 | | | 2026-10-09 18:00 | running | Wed, Thu 8 Oct, Fri 9 Oct
        china | solve | P3D | 2026-09-30 13:00 | | | 2026-10-10 12:00 | running | 24 h: Wed 5, Thu 8, Fri 8 = 21; make-up Saturday 3
        china | solve | PT8H | 2023-01-20 17:00 | | | 2023-01-28 17:00 | running | Fri 1 h; 21-27 Jan; make-up Saturday 3 + 4
        china | solve | P1D | 2024-02-09 17:00 | | | 2024-02-18 17:00 | running | Fri 1 h; 10-17 Feb; make-up Sunday 3 + 4
        china | solve | PT8H | 2025-01-27 12:30 | | | 2025-02-05 12:00 | running | Mon 13-18 5 h; 28 Jan-4 Feb; Wed 3 h
        # P1 around the clock: holidays do not matter
        24x7 | first | PT30M | 2026-02-14 23:50 | | | 2026-02-15 00:20 | running | 10 min, midnight, 20 min
        24x7 | solve | PT8H | 2026-02-15 20:00 | | | 2026-02-16 04:00 | running | 4 h + 4 h on the holiday
        24x7 | solve | P1D | 2026-03-02 10:00 | | | 2026-03-03 10:00 | running | a day of this calendar is 24 h
        24x7 | first | PT30M | 2026-12-31 23:45 | | | 2027-01-01 00:15 | running | over the year's end
        # London: the clock goes forward on 29 March 2026, back on 25 October 2026
        london | solve | PT8H30M | 2026-03-27 09:00 | | | 2026-03-27 17:30 +00:00 | running | the whole Friday
        london | solve | PT1H | 2026-03-27 17:00 | | | 2026-03-30 09:30 +01:00 | running | Fri 30 min; Mon 30 min, an hour nearer in real time
        london | solve | P1D | 2026-03-27 13:00 | | | 2026-03-30 13:00 +01:00 | running | 8:30: Fri 4:30; Mon 09-13
        london | solve | PT2H | 2026-04-02 16:30 | | | 2026-04-07 10:00 +01:00 | running | Thu 1 h; Good Friday to Easter Monday; Tue 1 h
        london | solve | PT2H | 2026-10-23 16:30 | | | 2026-10-26 10:00 +00:00 | running | Fri 1 h; Mon 1 h in winter time
        london | solve | PT3H | 2026-12-24 16:00 | | | 2026-12-29 10:30 +00:00 | running | Thu 1:30; Fri-Mon closed (Monday for Boxing Day); Tue 1:30
        london | solve | PT1H | 2026-05-04 11:00 | | | 2026-05-05 10:00 +01:00 | running | received on the bank holiday
        always | solve | PT4H | 2026-03-29 00:00 | | | 2026-03-29 05:00 +01:00 | running | 01:00-02:00 is skipped: four real hours end at 05:00
        always | solve | PT4H | 2026-10-25 00:00 | | | 2026-10-25 03:00 +00:00 | running | 01:00-02:00 comes twice: four real hours end at 03:00
        nightlondon | solve | PT8H | 2026-03-28 22:00 | | | 2026-03-29 23:00 +01:00 | running | that night has 7 h; one more from 22:00
        nightlondon | solve | PT8H | 2026-10-24 22:00 | | | 2026-10-25 05:00 +00:00 | running | that night has 9 h; the eighth ends at 05:00
        # New York: forward on 8 March 2026, back on 1 November 2026
        newyork | solve | PT2H | 2026-03-06 16:00 | | | 2026-03-09 10:00 -04:00 | running | Fri 1 h; Mon 1 h
        newyork | solve | PT2H | 2026-10-30 16:00 | | | 2026-11-02 10:00 -05:00 | running | Fri 1 h; Mon 1 h
        small | solve | PT3H | 2026-03-08 00:00 | | | 2026-03-09 02:00 -04:00 | running | Sun 01-02 and 03-04: 2 h; Mon 01-02
        small | solve | PT3H | 2026-11-01 00:00 | | | 2026-11-01 03:00 -05:00 | running | 01-02, 01-02 again, 02-03
        small | solve | PT1H30M | 2026-11-01 00:00 | | | 2026-11-01 01:30 -05:00 | running | 01-02, then half of its repetition
        # Nights belong to the day they begin on
        night | solve | PT8H | 2026-03-02 20:00 | | | 2026-03-03 06:00 | running | the whole night of Monday
        night | solve | PT4H | 2026-03-03 04:00 | | | 2026-03-04 00:00 | running | 2 h of Monday's night; 22-24 of Tuesday's
        night | solve | PT9H | 2026-03-06 22:00 | | | 2026-03-09 23:00 | running | Friday's night 8 h to Saturday 06:00; Monday's 1 h
        night | solve | PT1H | 2026-03-07 05:30 | | | 2026-03-09 22:30 | running | 30 min of Friday's night; 30 min of Monday's
        night | solve | P1D | 2026-03-05 23:00 | | | 2026-03-06 23:00 | running | Thursday's night 7 h; Friday's 1 h
        # Waiting for the customer
        china | solve | P1D | 2026-03-02 10:00 | pause 2026-03-02 12:00; resume 2026-03-03 15:00 | 2026-03-03 16:00 | 2026-03-04 12:00 | running | Mon 2 h; Tue 15-18 3 h; Wed 3 h
        china | solve | P1D | 2026-03-02 10:00 | pause 2026-03-02 20:00; resume 2026-03-03 08:00 | 2026-03-03 09:00 | 2026-03-03 10:00 | running | paused at night: nothing is lost
        china | solve | P3D | 2026-02-12 15:00 | pause 2026-02-13 12:00; resume 2026-02-24 13:00 | 2026-02-24 14:00 | 2026-02-26 15:00 | running | Thu 3, Fri 3 = 6; Tue 5, Wed 8 = 19; Thu 26 3 + 2
        china | solve | P1D | 2026-03-02 10:00 | pause 2026-03-02 12:00 | 2026-03-10 09:00 | 2026-03-10 16:00 | paused | 6 h left, as if it went on now: Tue 3 + 3
        china | solve | P2D | 2026-03-02 09:00 | pause 2026-03-02 12:00; resume 2026-03-02 15:00; pause 2026-03-03 10:00; resume 2026-03-04 10:00 | 2026-03-04 11:00 | 2026-03-05 11:00 | running | Mon 3 + 3, Tue 1 = 7; Wed 2 + 5 = 14; Thu 2
        china | solve | P1D | 2026-03-02 10:00 | pause 2026-03-02 12:00; customer-reply 2026-03-03 15:00 | 2026-03-03 16:00 | 2026-03-04 12:00 | running | the customer's word ends the pause: as with resume
        china | solve | PT2H | 2026-03-02 10:00 | pause 2026-03-03 10:00 | 2026-03-04 09:00 | 2026-03-02 12:00 | breached | missed before the pause, and that stays
        china | solve | PT8H | 2026-03-06 09:00 | pause 2026-03-07 10:00 | 2026-03-09 09:00 | 2026-03-06 18:00 | breached | used up Fri 18:00; the pause on Saturday is too late
        24x7 | solve | PT8H | 2026-02-16 20:00 | pause 2026-02-16 22:00; resume 2026-02-17 06:00 | 2026-02-17 07:00 | 2026-02-17 12:00 | running | 2 h used; 6 h from 06:00
        # Solved, and opened again
        china | solve | P1D | 2026-03-02 10:00 | resolve 2026-03-02 15:00; reopen 2026-03-09 09:00 | 2026-03-09 10:00 | 2026-03-09 14:00 | running | 2 + 2 h used; Mon 3 + 1
        china | solve | P1D | 2026-03-02 10:00 | resolve 2026-03-02 15:00; reopen 2026-03-07 12:00 | 2026-03-07 13:00 | 2026-03-09 14:00 | running | opened again on Saturday: counts from Monday
        china | solve | PT2H | 2026-03-02 10:00 | resolve 2026-03-02 12:00 | 2026-03-02 17:00 | 2026-03-02 12:00 | met | at the very moment
        china | solve | PT2H | 2026-03-02 10:00 | resolve 2026-03-02 12:01 | 2026-03-02 17:00 | 2026-03-02 12:00 | breached | a minute late, although lunch counts nothing
        china | solve | PT4H | 2026-03-02 10:00 | pause 2026-03-02 11:00; resolve 2026-03-04 10:00 | 2026-03-05 09:00 | 2026-03-04 14:00 | met | solved while paused, 3 h left: as if it went on then, Wed 2 + 1
        china | solve | PT2H | 2026-03-02 10:00 | | 2026-03-02 12:00 | 2026-03-02 12:00 | breached | nobody solved it, and the time is up
        # Responses: a pause does not stop them
        china | first | PT2H | 2026-03-02 10:00 | pause 2026-03-02 10:30 | 2026-03-02 13:30 | 2026-03-02 12:00 | breached | nobody has answered
        china | first | PT8H | 2026-03-02 10:00 | agent-reply 2026-03-02 11:00 | 2026-03-03 12:00 | 2026-03-03 10:00 | met | answered after an hour
        china | first | PT2H | 2026-03-06 16:00 | agent-reply 2026-03-07 10:00 | 2026-03-07 11:00 | 2026-03-06 18:00 | breached | due at closing time, answered on Saturday
        china | next | PT8H | 2026-03-02 10:00 | agent-reply 2026-03-02 11:00; customer-reply 2026-03-02 14:00; customer-reply 2026-03-03 11:00 | 2026-03-03 12:00 | 2026-03-03 14:00 | running | from the older mail: Mon 14-18 4 h; Tue 3 + 1
        china | next | PT2H | 2026-02-13 15:00 | agent-reply 2026-02-13 16:00; customer-reply 2026-02-14 17:30 | 2026-02-20 09:00 | 2026-02-24 10:30 | running | make-up Saturday 30 min; Tue 24 Feb 1:30
        """;
}
