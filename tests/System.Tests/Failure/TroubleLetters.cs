using System.Text.Json;
using Mailroom.Support;

namespace Mailroom.SystemTests.Failure;

/// <summary>The letters with troubles, and how each must end.</summary>
internal static class TroubleLetters
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The names, without ".eml".</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => RepoRoot.At("tests", "Letters");

    /// <summary>A letter's bytes.</summary>
    public static byte[] Raw(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".eml"));

    /// <summary>What is expected of a letter.</summary>
    public static Expectation Expected(string name) =>
        JsonSerializer.Deserialize<Expectation>(File.ReadAllBytes(Path.Combine(Folder, name + ".expected.json")), Json)!;

    /// <summary>A mail that is plain but for its size.</summary>
    public static byte[] OfSize(int bytes)
    {
        var head = "From: Big Sender <big@sender.example>\r\nTo: support@swallowpay.example\r\nSubject: My photographs\r\n"
            + "Message-ID: <big@sender.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n";
        var line = new string('x', 76) + "\r\n";
        var mail = new byte[bytes];
        System.Text.Encoding.ASCII.GetBytes(head, mail);
        for (var at = head.Length; at < bytes; at += line.Length)
        {
            System.Text.Encoding.ASCII.GetBytes(line.AsSpan(0, Math.Min(line.Length, bytes - at)), mail.AsSpan(at));
        }

        return mail;
    }

    /// <summary>How a letter must end; what must be read out of it is asked where letters are read.</summary>
    /// <param name="Trouble">What is wrong with it.</param>
    /// <param name="Ending">Its ending in the ledger.</param>
    /// <param name="Rule">The rule that decides.</param>
    /// <param name="Acknowledged">False when nothing may be sent back.</param>
    /// <param name="From">The From addresses.</param>
    internal sealed record Expectation(
        string Trouble,
        string Ending,
        string? Rule = null,
        bool Acknowledged = true,
        IReadOnlyList<string>? From = null);
}
