using System.CommandLine;
using Mailroom.Cli.Checks;
using Mailroom.Cli.Running;
using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mailroom.Cli.Verbs;

/// <summary>Writes a mail as a customer, an agent or a manager would get it, to look at.</summary>
internal static class PreviewVerb
{
    private static readonly Argument<OutgoingKind?> Template = new("TEMPLATE")
    {
        Description = $"The kind of mail: {string.Join(", ", OutgoingKinds.Mails.Select(Name))}.",
        CustomParser = result =>
        {
            var kind = OutgoingKinds.Mails.Cast<OutgoingKind?>().FirstOrDefault(k => string.Equals(Name(k!.Value), result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase));
            if (kind is null)
            {
                result.AddError($"There is no template \"{result.Tokens[0].Value}\"; choose from {string.Join(", ", OutgoingKinds.Mails.Select(Name))}.");
            }

            return kind;
        },
    };

    private static readonly Option<string> Language = Choice("--lang", "zh or en", "zh", "zh", "en");

    private static readonly Option<string> Category = new("--category")
    {
        Description = "The customer's issue, by its code.",
        DefaultValueFactory = _ => "charged_not_credited",
    };

    private static readonly Option<DateTimeOffset?> At = new("--at") { Description = "When the customer writes; now when left out." };

    private static readonly Option<string> Variant = Choice(
        "--variant", "usual, busy (many wait), second (another ticket of theirs is open) or complete (all that was missing has come)", "usual", "usual", "busy", "second", "complete");

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder that the .eml, .html and .txt go to.",
        DefaultValueFactory = _ => ".",
    };

    internal static Command Make() => new Command("preview", "Writes a sample mail to look at: .eml, .html and .txt.") { Template, Language, Category, At, Variant, Out }
        .Runs((line, output, _) =>
        {
            using var services = new ServiceCollection().AddLogging().AddMailroom(LocalConfiguration.Read()).BuildServiceProvider();
            var house = House(services);
            var (kind, category) = (line.GetValue(Template)!.Value, line.GetValue(Category)!);
            if (house.Policy.Categories.All(c => c.Code != category))
            {
                throw new CliException($"There is no category \"{category}\"; choose from {string.Join(", ", house.Policy.Categories.Select(c => c.Code))}.");
            }

            var language = line.GetValue(Language) == "zh" ? ReplyLanguage.Chinese : ReplyLanguage.English;
            var variant = Enum.Parse<SampleVariant>(line.GetValue(Variant)!, ignoreCase: true);
            foreach (var shown in Shown(kind))
            {
                var mail = SampleMails.Of(shown, language, category, line.GetValue(At) ?? DateTimeOffset.Now, house, variant);
                foreach (var file in Write(services, mail, Path.Combine(line.GetValue(Out)!, $"{Name(shown)}.{line.GetValue(Language)}")))
                {
                    output.Line(new { file });
                }
            }

            return Task.FromResult(true);
        });

    // Whoever looks at the escalation wants to see both of its forms: one notice, and several to the same reader.
    private static OutgoingKind[] Shown(OutgoingKind kind) =>
        kind == OutgoingKind.Escalation ? [OutgoingKind.Escalation, OutgoingKind.EscalationList] : [kind];

    private static HouseRules House(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<HouseRules>();
        }
        catch (OptionsValidationException e)
        {
            throw new CliException(string.Join(Environment.NewLine, e.Failures), e);
        }
    }

    private static List<string> Write(IServiceProvider services, OutgoingMail mail, string name)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(name))!);
            var wording = services.GetRequiredService<TemplateRenderer>().Render(mail);
            using var message = services.GetRequiredService<MailWriter>().Write(mail);
            using (var file = File.Create(name + ".eml"))
            {
                message.WriteTo(file);
            }

            File.WriteAllText(name + ".html", wording.Html);
            File.WriteAllText(name + ".txt", $"{wording.Subject}\n\n{wording.Text}");
            return [name + ".eml", name + ".html", name + ".txt"];
        }
        catch (Exception e) when (e is MailSendException or IOException or UnauthorizedAccessException)
        {
            throw new CliException(e.Message, e);
        }
    }

    private static Option<string> Choice(string name, string description, string standard, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static string Name(OutgoingKind kind) => kind.ToString().ToLowerInvariant();
}
