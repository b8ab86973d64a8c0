using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Mailroom.Support.Azurite;

/// <summary>A real storage emulator for a collection of tests, in memory, on free ports, ended with the tests.</summary>
/// <remarks>
/// Each test assembly names its collection: <c>[CollectionDefinition("Azurite")] public sealed class ... : ICollectionFixture&lt;AzuriteServer&gt;</c>;
/// its test classes say <c>[Collection("Azurite")]</c>, take the server by their constructor, mark tests by
/// <see cref="AzuriteFactAttribute"/>, and ask for an account of their own, so that no test sees another's rows.
/// </remarks>
public sealed partial class AzuriteServer : IAsyncLifetime
{
    private const int Accounts = 1_000;
    private const string Key = "bWFpbHJvb20tdGVzdHMtb25seSE=";
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    // It ends when its standard input does, so that it cannot outlive a test run that was killed.
    private const string EndWithParent =
        "process.stdin.on('end', () => process.exit(0)).resume(); process.argv.splice(1, 0, 'azurite'); require(process.env.AZURITE_SCRIPT);";

    private readonly Dictionary<string, int> _ports = [];
    private Process? _process;
    private int _handedOut;

    /// <summary>The connection string of an account that nobody else in this run uses.</summary>
    public string NewAccount()
    {
        var account = Interlocked.Increment(ref _handedOut);
        return account <= Accounts
            ? Connection(Name(account))
            : throw new InvalidOperationException($"More than {Accounts} accounts asked of one Azurite: raise the number in {nameof(AzuriteServer)}.");
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (AzuriteInstall.WhySkipped is not null)
        {
            return;
        }

        await AzuriteInstall.EnsureAsync();
        _process = Process.Start(Start())!;
        using var limit = new CancellationTokenSource(StartTime);
        var said = new List<string>();
        while (_ports.Count < 3)
        {
            var line = await _process.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException($"Azurite ended at its start.\n{string.Join('\n', said)}\n{await _process.StandardError.ReadToEndAsync(limit.Token)}");
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }

        // Nobody reads on; a full pipe would stop it.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(AzuriteInstall.Node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-e", EndWithParent, "--", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_SCRIPT"] = AzuriteInstall.Script;
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(account => $"{Name(account)}:{Key}"));
        return start;
    }

    private static string Name(int account) => $"test{account.ToString("D3", CultureInfo.InvariantCulture)}";

    private string Connection(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
        + string.Concat(_ports.Select(service => $"{service.Key}Endpoint=http://127.0.0.1:{service.Value}/{account};"));

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
