using System.CommandLine;
using Mailroom.Cli.Running;
using Mailroom.Cli.Shapes;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Settings;
using Spectre.Console;

namespace Mailroom.Cli.Verbs;

/// <summary>Reads mails as the pipeline reads them.</summary>
internal static class ParseVerb
{
    // A mail is held in memory whole: what is far over every bound is not even opened.
    private const long NeverAMail = 256L * 1024 * 1024;

    private static readonly Argument<string[]> Files = Common.Files("Raw mails (.eml).", ArgumentArity.OneOrMore);

    private static readonly OwnMail Nobody = new(new HashSet<string>(), "");

    internal static Command Make() => new Command("parse", "Reads raw mails and shows what the pipeline sees in them.") { Files }
        .Runs(async (line, output, cancellation) =>
        {
            var all = true;
            foreach (var file in line.GetValue(Files)!)
            {
                var shape = await ReadAsync(file, cancellation);
                all &= shape.Ok;
                Show(output, shape);
            }

            return all;
        });

    private static async Task<LetterShape> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(file).Length > NeverAMail)
            {
                return LetterShape.Failed(file, $"The file is larger than {NeverAMail / 1048576} MiB: no mail is that large.");
            }

            var raw = await File.ReadAllBytesAsync(file, cancellation);
            return LetterReader.Read(raw, new MailroomSettings().MaxMailBytes) switch
            {
                ReadMail.Readable read => LetterShape.Of(file, read.Letter, AutomaticMail.Inspect(read.Letter, Nobody)),
                ReadMail.Unreadable unreadable => LetterShape.Failed(file, unreadable.Reason),
                _ => throw new InvalidOperationException("A reading that is neither letter nor reason."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return LetterShape.Failed(file, e.Message);
        }
#pragma warning disable CA1031 // One file that no reader foresaw must not cost the files after it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return LetterShape.Failed(file, $"The reader failed ({e.GetType().Name}): {e.Message}");
        }
    }

    private static void Show(Output output, LetterShape shape)
    {
        if (output.IsJson || output.IsTool)
        {
            output.Line(shape);
            return;
        }

        var table = Grids.Facts(shape.File);
        table.Fact("error", shape.Error);
        table.Fact("from", string.Join(", ", shape.From.Select(m => $"{m.Name} <{m.Address}>".Trim())));
        table.Fact("subject", shape.Subject);
        table.Fact("date", shape.Date?.ToString("u", System.Globalization.CultureInfo.InvariantCulture));
        table.Fact("kind", shape.Kind);
        table.Fact("language", shape.Language);
        table.Fact("attachments", string.Join(", ", shape.Attachments.Select(a => $"{a.Name} ({a.Size} bytes)")));
        table.Fact("text", shape.VisibleText);
        table.Fact("evidence", string.Join("\n", shape.Evidence));
        output.Screen.Write(table);
    }
}
