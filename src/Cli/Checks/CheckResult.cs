namespace Mailroom.Cli.Checks;

/// <summary>What one check of "doctor" found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Ok">False when something is to be done.</param>
/// <param name="Detail">What was found, or what is wrong and what to do.</param>
/// <param name="Warning">True when it works now and will not for ever.</param>
internal sealed record CheckResult(string Check, bool Ok, string Detail, bool Warning = false);
