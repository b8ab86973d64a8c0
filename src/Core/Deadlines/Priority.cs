namespace Mailroom.Core.Deadlines;

/// <summary>How urgent a ticket is; the lower the number, the more urgent.</summary>
public enum Priority
{
    /// <summary>Theft or compromise going on, or funds at risk now.</summary>
    P1 = 1,

    /// <summary>Money missing or stuck, or the customer locked out.</summary>
    P2 = 2,

    /// <summary>Ordinary service.</summary>
    P3 = 3,

    /// <summary>Questions and feedback.</summary>
    P4 = 4,
}
