namespace Mailroom.Core.Failures;

/// <summary>Failure and attempt in, verdict out: one table.</summary>
public static class FailurePolicy
{
    /// <summary>The verdict for the n-th attempt that failed in that way.</summary>
    /// <param name="kind">How it failed.</param>
    /// <param name="attempt">Which attempt it was, from 1.</param>
    /// <param name="mayGoTwice">True when the same mail twice does less harm than none.</param>
    /// <remarks>
    /// What may pass by itself is tried for about two days, as mail servers do (RFC 5321 4.5.4.1 says four to five at most).
    /// The first retry of a "later" waits five minutes, because greylisting servers want that long.
    /// </remarks>
    public static FailureVerdict Decide(FailureKind kind, int attempt, bool mayGoTwice) => kind switch
    {
        FailureKind.Unreachable => After(attempt, "The mail server could not be reached", 1, 2, 5, 15, 30, 60, 120, 240, 480, 960, 960),
        FailureKind.Temporary => After(attempt, "The mail server said \"later\"", 5, 10, 30, 60, 120, 240, 480, 960, 960),
        FailureKind.SignIn => After(attempt, "The mail server refused our sign-in; check SmtpUser with SmtpPassword, or with the application of SmtpClientId and its rights", 15, 60, 240, 720),
        FailureKind.Unsafe => After(attempt, "The mail server offers no connection as SmtpSecurity and SmtpUser ask for: encrypted under a valid certificate, with sign-in", 15, 60, 240, 720),
        FailureKind.Uncertain when mayGoTwice => After(attempt, "The mail server took the mail and broke off without an answer", 1, 5, 30, 120, 480),
        FailureKind.Uncertain => new FailureVerdict.Park(
            "It is uncertain whether this mail left: we broke off after it was handed over and before the mail server answered. A customer must not get it twice; send it again only if the person says that nothing came."),
        FailureKind.Refused => new FailureVerdict.Park("The mail server refused this mail for good; see its answer, then send it again or write to the person another way."),
        FailureKind.WebhookDown => After(attempt, "The webhook could not be reached, or could not take the call now", 1, 2, 5, 15, 30, 60, 120, 240, 480),
        FailureKind.WebhookRefused => new FailureVerdict.Park(
            "The webhook refused the call for good; see its answer, repair its settings (Webhook__NAME__Url and __Secret) or its receiver, then send it again."),
        FailureKind.Unwritable => new FailureVerdict.Park("The mail could not be written; repair the template or the value that the error names, then send it again."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row decides about this kind of failure."),
    };

    private static FailureVerdict After(int attempt, string what, params ReadOnlySpan<int> minutes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        return attempt <= minutes.Length
            ? new FailureVerdict.Retry(TimeSpan.FromMinutes(minutes[attempt - 1]), $"{what}; it is tried again.")
            : new FailureVerdict.Park($"{what}, {attempt} times; send it again when that is repaired.");
    }
}

/// <summary>Ways in which sending a mail fails.</summary>
public enum FailureKind
{
    /// <summary>The server could not be reached or did not answer.</summary>
    Unreachable,

    /// <summary>The whole mail was handed over, and no answer came: it may have left or not.</summary>
    Uncertain,

    /// <summary>The server said "later" (SMTP 4xx).</summary>
    Temporary,

    /// <summary>The server refused this mail for good (SMTP 5xx).</summary>
    Refused,

    /// <summary>The server refused our name and password or token.</summary>
    SignIn,

    /// <summary>The server offers no encryption, no certificate that somebody vouches for, or no sign-in; mail does not leave without.</summary>
    Unsafe,

    /// <summary>The mail could not be written: a template or a value is wrong.</summary>
    Unwritable,

    /// <summary>A webhook could not be reached, or said that it cannot just now.</summary>
    WebhookDown,

    /// <summary>A webhook refused a call for good, or is not there any more.</summary>
    WebhookRefused,
}
