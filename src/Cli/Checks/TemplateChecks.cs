using Mailroom.Core.Effects;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.Cli.Checks;

/// <summary>Every kind of mail can be written in both languages, for every category.</summary>
internal static class TemplateChecks
{
    /// <summary>Writes a sample of each.</summary>
    internal static CheckResult Run(IServiceProvider services)
    {
        var (renderer, house) = (services.GetRequiredService<TemplateRenderer>(), services.GetRequiredService<HouseRules>());
        List<string> faults =
        [
            .. from kind in OutgoingKinds.Mails
               from language in Enum.GetValues<ReplyLanguage>()
               from category in house.Policy.Categories
               let fault = Fault(renderer, SampleMails.Of(kind, language, category.Code, DateTimeOffset.Now, house))
               where fault is not null
               select fault,
        ];
        return faults.Count == 0
            ? new("templates", true, $"{TemplateRenderer.Files.Count} files, filled for {house.Policy.Categories.Count} categories")
            : new("templates", false, string.Join(" ", faults.Distinct()));
    }

    private static string? Fault(TemplateRenderer renderer, OutgoingMail mail)
    {
        try
        {
            renderer.Render(mail);
            return null;
        }
        catch (MailSendException e)
        {
            return e.Message;
        }
    }
}
