namespace Mailroom.Packages.Tests.Smtp;

/// <summary>A test that needs a real SMTP server: skipped, with the reason, where OpenSMTPD cannot run and CI is not watching.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpServerFactAttribute : FactAttribute
{
    /// <summary>Skips where the server is missing.</summary>
    public SmtpServerFactAttribute() => Skip = WhySkipped;

    /// <summary>Why these tests are skipped here; null where they run.</summary>
    internal static string? WhySkipped { get; } = WhyMissing() is { } reason && Environment.GetEnvironmentVariable("CI") != "true" ? reason : null;

    private static string? WhyMissing() =>
        !File.Exists(SmtpServer.Program) ? $"Needs OpenSMTPD (Debian package opensmtpd): there is no {SmtpServer.Program}."
        : !Environment.IsPrivilegedProcess ? "Needs OpenSMTPD, which only root may start."
        : null;
}
