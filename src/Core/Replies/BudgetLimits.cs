using Mailroom.Core.Policy;

namespace Mailroom.Core.Replies;

/// <summary>Counts mails against graded limits.</summary>
public static class BudgetLimits
{
    /// <summary>The first limit that leaves no room for one more mail; null when all do.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="mails">The mails so far, each with how many it stands for.</param>
    /// <param name="now">Now.</param>
    public static BudgetLimit? Reached(IReadOnlyList<BudgetLimit> limits, IReadOnlyCollection<CountedMail> mails, DateTimeOffset now) =>
        limits.FirstOrDefault(limit => mails.Where(m => IsWithin(m.At, limit.Within, now)).Sum(m => m.Weight) >= limit.Mails);

    // The clocks of several instances differ a little: a mail of the near future counts like one of the near past.
    private static bool IsWithin(DateTimeOffset at, TimeSpan span, DateTimeOffset now) => (now - at).Duration() < span;
}

/// <summary>A mail that counts against budgets.</summary>
/// <param name="At">When it was granted.</param>
/// <param name="Weight">How many mails it stands for: 1, or more where only some are written down.</param>
/// <param name="Domain">Its recipient's domain; empty where that does not matter.</param>
public sealed record CountedMail(DateTimeOffset At, int Weight = 1, string Domain = "");
