using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mailroom.Core.Tickets;

/// <summary>The signed part of a link in a mail: whoever shows it may do one thing to one ticket until a moment, without signing in.</summary>
/// <remarks>
/// "1.{ticket}.{seconds}.{argument}.{signature}": the version, the ticket without hyphens, the expiry in Unix seconds,
/// the argument in base64url (RFC 4648 5), and 128 bits of an HMAC over all of them and the purpose. It can stand in an address as it is. The purpose is not
/// in it: who reads it says what it has to be for, so that a link for one thing never does another.
/// </remarks>
public static class ActionToken
{
    /// <summary>The most characters of an argument.</summary>
    public const int LongestArgument = 100;

    private const string Version = "1";
    private const int LongestToken = 700;
    private const int Parts = 5;

    /// <summary>The token of a permission; the expiry is cut to whole seconds.</summary>
    /// <param name="key">The house's secret.</param>
    /// <param name="allowed">What it allows.</param>
    /// <exception cref="ArgumentException">The argument is too long.</exception>
    public static string Write(SigningKey key, AllowedAction allowed)
    {
        if (allowed.Argument.Length > LongestArgument)
        {
            throw new ArgumentException($"An argument has at most {LongestArgument} characters.", nameof(allowed));
        }

        var ticket = allowed.Ticket.Value.Replace("-", "", StringComparison.Ordinal);
        var seconds = allowed.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return string.Join('.', Version, ticket, seconds, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(allowed.Argument)), Sign(key, allowed, seconds));
    }

    /// <summary>What a token allows at a moment. Anything may be shown to it.</summary>
    /// <param name="key">The house's secret.</param>
    /// <param name="purpose">What the token has to be for.</param>
    /// <param name="token">What somebody showed; null for nothing.</param>
    /// <param name="now">The moment.</param>
    public static ActionReading Read(SigningKey key, string purpose, string? token, DateTimeOffset now) =>
        Parse(purpose, token) is not { } read || !Matches(read.Signature, Sign(key, read.Allowed, read.Seconds)) ? new ActionReading.Forged()
        : now < read.Allowed.Expires ? new ActionReading.Valid(read.Allowed)
        : new ActionReading.Expired(read.Allowed);

    private static (AllowedAction Allowed, string Seconds, string Signature)? Parse(string purpose, string? token)
    {
        if (token is not { Length: <= LongestToken } || token.Split('.') is not { Length: Parts } parts || parts[0] != Version
            || !TicketNumber.TryParse(parts[1], out var ticket)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || !Base64Url.IsValid(parts[3]))
        {
            return null;
        }

        var argument = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[3]));
        return argument.Length <= LongestArgument
            ? (new AllowedAction(purpose, ticket, argument, DateTimeOffset.FromUnixTimeSeconds(seconds)), parts[2], parts[4])
            : null;
    }

    private static string Sign(SigningKey key, AllowedAction allowed, string seconds) =>
        key.Derive("action", Version, allowed.Purpose, allowed.Ticket.Value, seconds, allowed.Argument);

    private static bool Matches(string signature, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(expected));
}

/// <summary>One thing that a link allows.</summary>
/// <param name="Purpose">What it is for, a stable name: "satisfaction".</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Argument">What else matters, for example the choice; may be empty.</param>
/// <param name="Expires">The moment from which it allows nothing more.</param>
public sealed record AllowedAction(string Purpose, TicketNumber Ticket, string Argument, DateTimeOffset Expires);

/// <summary>What a token is worth.</summary>
public abstract record ActionReading
{
    private ActionReading()
    {
    }

    /// <summary>It is ours and holds.</summary>
    public sealed record Valid(AllowedAction Allowed) : ActionReading;

    /// <summary>It is ours, and its time is over.</summary>
    public sealed record Expired(AllowedAction Allowed) : ActionReading;

    /// <summary>It is none of ours, or is for something else.</summary>
    public sealed record Forged : ActionReading;
}
