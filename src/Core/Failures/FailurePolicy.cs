namespace Mailroom.Core.Failures;

/// <summary>Failure and attempt in, verdict out: one table.</summary>
public static class FailurePolicy
{
    /// <summary>The verdict for the n-th attempt (from 1) that failed in that way.</summary>
    public static FailureVerdict Decide(FailureKind kind, int attempt) => throw new NotSupportedException();
}

/// <summary>Ways in which sending a mail fails.</summary>
public enum FailureKind
{
    /// <summary>The server could not be reached or did not answer.</summary>
    Unreachable,

    /// <summary>The server said "later" (SMTP 4xx).</summary>
    Temporary,

    /// <summary>The server refused this mail for good (SMTP 5xx).</summary>
    Refused,

    /// <summary>The server refused our name and password.</summary>
    SignIn,

    /// <summary>The mail could not be written: a template or a value is wrong.</summary>
    Unwritable,
}
