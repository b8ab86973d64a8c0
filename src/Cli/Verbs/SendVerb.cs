using System.CommandLine;
using System.Text.Json;
using Mailroom.Cli.Running;
using Mailroom.Cli.Shapes;

namespace Mailroom.Cli.Verbs;

/// <summary>Hands mails to a running pipeline.</summary>
internal static class SendVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private static readonly Argument<string[]> Files = Common.Files("Raw mails (.eml).", ArgumentArity.OneOrMore);

    private static readonly Option<bool> Wait = new("--wait") { Description = "Wait until each mail has ended." };

    private static readonly Option<int> Timeout = new("--timeout")
    {
        Description = "How many seconds to wait at most, in all; 300 when left out.",
        DefaultValueFactory = _ => 300,
    };

    internal static Command Make() => new Command("send", "Hands raw mails to a running pipeline.") { Files, Wait, Timeout, Common.Url, Common.Key }
        .Runs(async (line, output, cancellation) =>
        {
            using var host = Common.Host(line);
            var files = line.GetValue(Files)!;
            var patience = line.GetValue(Wait) ? TimeSpan.FromSeconds(line.GetValue(Timeout)) : (TimeSpan?)null;
            List<SentShape> sent = [];
            await Progressing.RunAsync(output, "Sending", files.Length, async done =>
            {
                foreach (var file in files)
                {
                    sent.Add(await SendAsync(host, file, cancellation));
                    done();
                }
            });
            var results = patience is { } span ? await WaitAsync(host, sent, span, output, cancellation) : sent;
            Show(output, results);
            return results.All(s => s.Ok);
        });

    private static async Task<SentShape> SendAsync(HostClient host, string file, CancellationToken cancellation)
    {
        try
        {
            var raw = await File.ReadAllBytesAsync(file, cancellation);
            var answer = await host.PostMailAsync(raw, "cli:" + Path.GetFileName(file), cancellation);
            return new SentShape(file, true, null, answer.GetProperty("sha256").GetString(), answer.GetProperty("isNew").GetBoolean());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CliException)
        {
            return new SentShape(file, false, e.Message);
        }
    }

    private static async Task<List<SentShape>> WaitAsync(
        HostClient host, List<SentShape> sent, TimeSpan patience, Output output, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(patience);
        List<SentShape> ended = [];
        await Progressing.RunAsync(output, "Waiting", sent.Count, async done =>
        {
            foreach (var mail in sent)
            {
                ended.Add(mail.Ok ? await EndAsync(host, mail, deadline.Token, cancellation) : mail);
                done();
            }
        });
        return ended;
    }

    private static async Task<SentShape> EndAsync(
        HostClient host, SentShape mail, CancellationToken deadline, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                if (await host.FindAsync($"/api/v1/ledger/{mail.Sha256}", deadline) is { } row
                    && row.GetProperty("ending").ValueKind == JsonValueKind.String)
                {
                    return mail.Ended(row);
                }

                await Task.Delay(Pause, TimeProvider.System, deadline);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return mail with { Ok = false, Error = "The mail was taken, but has not ended in time; see: mailroom ledger " + mail.Sha256 };
        }
        catch (CliException e)
        {
            return mail with { Ok = false, Error = e.Message };
        }
    }

    private static void Show(Output output, IReadOnlyList<SentShape> results)
    {
        if (output.IsJson)
        {
            foreach (var result in results)
            {
                output.Line(result);
            }

            return;
        }

        var table = Grids.Of("File", "Mail", "Ended as", "Ticket", "Why");
        foreach (var r in results)
        {
            table.Row(r.File, r.Sha256?[..12], r.Ok ? r.Ending ?? "taken" : "failed", r.Ticket, r.Error ?? r.Reason);
        }

        output.Screen.Write(table);
    }
}
