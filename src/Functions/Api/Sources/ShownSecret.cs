using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api.Sources;

/// <summary>The secret that a request shows: the password of "Basic" (https://any:secret@host in a provider's form), "Bearer", or X-Mail-Secret.</summary>
internal static class ShownSecret
{
    private const string Header = "X-Mail-Secret";

    /// <summary>True when it is the expected one; takes the same time for every wrong one.</summary>
    internal static bool Is(HttpRequest request, string expected) => Of(request) is { } shown && IsSame(shown, expected);

    /// <summary>Compares in a time that tells neither length nor place of a difference.</summary>
    internal static bool IsSame(string shown, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    private static string? Of(HttpRequest request)
    {
        if (request.Headers[Header].ToString() is { Length: > 0 } plain)
        {
            return plain;
        }

        return AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header) && header.Parameter is { } parameter
            ? header.Scheme.ToUpperInvariant() switch
            {
                "BEARER" => parameter,
                "BASIC" => Password(parameter),
                _ => null,
            }
            : null;
    }

    private static string? Password(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? pair[(colon + 1)..] : null;
    }
}
