using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests;

/// <summary>The whole pipeline as a person starts it: LocalHost as a program of its own, on a free port, on a real Azurite.</summary>
public sealed partial class RunningPipeline : IAsyncLifetime
{
    /// <summary>What the open sources of mail show; cloudflare's door is closed.</summary>
    internal const string SourceSecret = "a-secret-for-tests-only";

    /// <summary>The house's secret, for links as its mails carry them.</summary>
    internal static readonly Core.Tickets.SigningKey Signing = new(Convert.FromBase64String(SigningSecret));

    private const string SigningSecret = "YSBrZXkgZm9yIHN5c3RlbSB0ZXN0cywgbm90IGZvciB0aGUgd29ybGQ=";

    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly AzuriteServer _azurite = new();
    private readonly string _data = Directory.CreateTempSubdirectory("mailroom-").FullName;
    private Process? _host;

    /// <summary>A client with the key.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The function key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Where sent mails lie.</summary>
    public string Out => Path.Combine(_data, "out");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (AzuriteInstall.WhySkipped is not null)
        {
            return;
        }

        await _azurite.InitializeAsync();
        _host = Process.Start(Start(_azurite.NewAccount()))!;
        var complaints = _host.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(StartTime);
        while (await _host.StandardOutput.ReadLineAsync(limit.Token) is { } said)
        {
            if (DeskLine().Match(said) is { Success: true } match)
            {
                Address = new Uri(match.Groups["address"].Value);
                break;
            }
        }

        Assert.True(Address.Port != 80, "LocalHost ended at its start." + (_host.HasExited ? await complaints : ""));

        // Nobody reads on; a full pipe would stop it.
        _ = _host.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        Key = (await File.ReadAllTextAsync(Path.Combine(_data, "function.key"))).Trim();
        Client.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        Client.Dispose();
        _host?.Kill(entireProcessTree: true);
        _host?.Dispose();
        await _azurite.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The address of a path.</summary>
    internal Uri At(string path) => new(Address, path);

    /// <summary>Hands a mail in and waits for its end: its line in the ledger.</summary>
    internal async Task<JsonElement> EndOfAsync(byte[] raw)
    {
        using var content = new ByteArrayContent(raw);
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        using var answer = await Client.PostAsync(At("/api/mail"), content);
        var ledger = (await JsonAsync(answer)).GetProperty("ledger").GetString()!;
        return await UntilAsync(async () => await JsonAsync(await Client.GetAsync(At(ledger))), row => row.GetProperty("ending").GetString() is not null);
    }

    /// <summary>Asks again and again until the answer is as wished, or a minute has passed.</summary>
    internal static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isWished)
    {
        using var limit = new CancellationTokenSource(EndTime);
        using var pace = new PeriodicTimer(Pause);
        var answer = await ask();
        while (!isWished(answer) && await pace.WaitForNextTickAsync(limit.Token))
        {
            answer = await ask();
        }

        return answer;
    }

    /// <summary>An answer's JSON.</summary>
    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }

    private ProcessStartInfo Start(string storage)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Mailroom.LocalHost.dll"), "--port", "0", "--data", _data })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AzureWebJobsStorage"] = storage;
        start.Environment["MailStorage"] = storage;
        start.Environment["MailDelivery"] = "folder";
        start.Environment["OutFolder"] = Out;
        start.Environment["SigningKey"] = SigningSecret;
        foreach (var door in new[] { "SendGridSecret", "MailgunSigningKey", "PostmarkSecret", "RawMailSecret" })
        {
            start.Environment[door] = SourceSecret;
        }

        return start;
    }

    [GeneratedRegex(@"desk\s+(?<address>http://\S+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DeskLine();
}

/// <summary>One pipeline for all tests of this collection; each brings mails of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPipeline : ICollectionFixture<RunningPipeline>
{
    public const string Name = "Pipeline";
}
