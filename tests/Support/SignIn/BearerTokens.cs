using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Mailroom.Support.SignIn;

/// <summary>Signed bearer tokens (RFC 7519) that a <see cref="Imap.DovecotServer"/> believes.</summary>
public static class BearerTokens
{
    /// <summary>How they are signed.</summary>
    internal const string Algorithm = "HS256";

    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>The key, as Dovecot wants it.</summary>
    internal static string Key => Convert.ToBase64String(Secret);

    /// <summary>A token for a user, good for so long.</summary>
    public static string For(string user, TimeSpan life)
    {
        var now = DateTimeOffset.UtcNow;
        var head = Part(new { alg = Algorithm, typ = "JWT" });
        var body = Part(new { sub = user, iat = now.AddMinutes(-1).ToUnixTimeSeconds(), exp = (now + life).ToUnixTimeSeconds() });
        var signature = HMACSHA256.HashData(Secret, System.Text.Encoding.ASCII.GetBytes($"{head}.{body}"));
        return $"{head}.{body}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part<T>(T content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));
}
