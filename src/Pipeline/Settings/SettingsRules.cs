using System.Text.RegularExpressions;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Pipeline.Adapters.Storage;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Settings;

/// <summary>Checks what one setting says about another, and what Azure asks of names; every fault is a sentence that says what to do.</summary>
public sealed partial class SettingsRules(
    StorageConnection storage, MailboxAccounts mailboxes, WebhookTargets webhooks, PolicySource policy, ModelSource model) : IValidateOptions<MailroomSettings>
{
    private const int SixFields = 6;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, MailroomSettings options)
    {
        List<string> faults =
        [
            .. storage.Faults(), .. mailboxes.Faults, .. webhooks.Faults, .. Queues(options), .. Schedules(options), .. Secrets(options), .. Doors(options), .. DeliveryRules.Faults(options),
            .. Addresses(options),
            .. Numbers(options), .. Policy(options),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Queues(MailroomSettings options)
    {
        (string Setting, string Value)[] queues =
        [
            (nameof(options.MailReceivedQueue), options.MailReceivedQueue),
            (nameof(options.MailOutgoingQueue), options.MailOutgoingQueue),
            (nameof(options.DeadlinesQueue), options.DeadlinesQueue),
        ];
        foreach (var (setting, value) in queues.Where(q => q.Value is { Length: > 0 }))
        {
            if (!QueueName().IsMatch(value) || value.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal))
            {
                yield return $"{setting} is \"{value}\"; a queue's name has 3 to 56 small letters, digits and single hyphens, "
                    + $"begins and ends with a letter or digit, and does not end in \"{StorageNames.PoisonSuffix}\".";
            }
        }

        if (queues.Where(q => q.Value is { Length: > 0 }).GroupBy(q => q.Value, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return $"{string.Join(" and ", twice.Select(q => q.Setting))} are all \"{twice.Key}\"; each needs a queue of its own.";
        }
    }

    private static IEnumerable<string> Schedules(MailroomSettings options)
    {
        (string Setting, string Value)[] schedules =
        [
            (nameof(options.SweepSchedule), options.SweepSchedule),
            (nameof(options.DigestSchedule), options.DigestSchedule),
            (nameof(options.MailboxSchedule), options.MailboxSchedule),
            (nameof(options.ResponsesSchedule), options.ResponsesSchedule),
        ];
        foreach (var (setting, value) in schedules.Where(s => s.Value is { Length: > 0 }))
        {
            var fields = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length != SixFields || !fields.All(f => ScheduleField().IsMatch(f)))
            {
                yield return $"{setting} is \"{value}\"; an NCRONTAB schedule has six fields: second minute hour day month weekday, "
                    + "for example \"0 */5 * * * *\" for every five minutes.";
            }
        }
    }

    private static IEnumerable<string> Secrets(MailroomSettings options)
    {
        if (options.SigningKey is { Length: > 0 } key && BytesOf(key) is not { Length: >= SigningKey.MinimumLength })
        {
            yield return $"{nameof(options.SigningKey)} is no base64 of at least {SigningKey.MinimumLength} bytes; "
                + "make one with: openssl rand -base64 32";
        }
    }

    private static IEnumerable<string> Doors(MailroomSettings options)
    {
        (string Setting, string Value)[] secrets =
        [
            (nameof(options.SendGridSecret), options.SendGridSecret),
            (nameof(options.MailgunSigningKey), options.MailgunSigningKey),
            (nameof(options.PostmarkSecret), options.PostmarkSecret),
            (nameof(options.CloudflareSecret), options.CloudflareSecret),
            (nameof(options.RawMailSecret), options.RawMailSecret),
        ];
        return secrets.Where(s => s.Value.Length is > 0 and < MailroomSettings.LeastSecretLength).Select(s =>
            $"{s.Setting} is shorter than {MailroomSettings.LeastSecretLength} characters; make one with: openssl rand -hex 24. Empty closes that door.");
    }

    private static IEnumerable<string> Addresses(MailroomSettings options)
    {
        if (options.DeskAddress is { Length: > 0 } desk
            && !(Uri.TryCreate(desk, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return $"{nameof(options.DeskAddress)} is \"{desk}\"; give the desk's whole address, for example https://desk.example.com/";
        }

        if (options.PublicAddress is { Length: > 0 } outside
            && !(Uri.TryCreate(outside, UriKind.Absolute, out var seen) && seen.Query.Length == 0 && (seen.Scheme == "https" || (seen.Scheme == "http" && seen.IsLoopback))))
        {
            yield return $"{nameof(options.PublicAddress)} is \"{outside}\"; give the whole address by which customers reach this program, for example https://support.example.com/, or leave it empty.";
        }
    }

    private static IEnumerable<string> Numbers(MailroomSettings options)
    {
        if (options.SmtpPort is < 1 or > MailroomSettings.MaxPort)
        {
            yield return $"{nameof(options.SmtpPort)} is no whole number from 1 to {MailroomSettings.MaxPort}.";
        }

        if (options.MailboxMostPerRun is < 1 or > MailroomSettings.MostMailsPerRun)
        {
            yield return $"{nameof(options.MailboxMostPerRun)} is no whole number from 1 to {MailroomSettings.MostMailsPerRun}.";
        }

        if (options.MaxMailBytes is < MailroomSettings.LeastMailBytes or > MailroomSettings.MostMailBytes)
        {
            yield return $"{nameof(options.MaxMailBytes)} is no whole number from {MailroomSettings.LeastMailBytes} "
                + $"to {MailroomSettings.MostMailBytes}.";
        }
    }

    private IEnumerable<string> Policy(MailroomSettings options)
    {
        if (options.PolicyFile is not { Length: > 0 })
        {
            return [];
        }

        var path = PolicySource.PathOf(options);
        if (!File.Exists(path))
        {
            return [$"{nameof(options.PolicyFile)} is \"{options.PolicyFile}\"; there is no file {path}."];
        }

        try
        {
            var read = policy.Read(options);
            model.Read(options);
            return webhooks.Missing(read).Select(f => $"{nameof(options.PolicyFile)}: {f}").Concat(TemplateRenderer.Missing(options).Select(file => $"{nameof(options.PolicyFile)}: there is no {file}; each kind of mail has a template in Chinese and in English."));
        }
        catch (PolicyException e)
        {
            return e.Faults.Count > 0 ? e.Faults.Select(f => $"{nameof(options.PolicyFile)}: {f}") : [e.Message];
        }
        catch (InvalidDataException e)
        {
            return [$"{nameof(options.PolicyFile)}: {ModelSource.FileName}: {e.Message}"];
        }
    }

    private static byte[]? BytesOf(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex("^(?=.{3,56}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueueName();

    [GeneratedRegex(@"^[0-9A-Za-z*,/\-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScheduleField();
}
