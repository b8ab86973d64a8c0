using System.Globalization;
using Azure;
using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Adapters.Imap;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.Cli.Checks;

/// <summary>Signs in to each mailbox and says what it sees; takes and changes nothing.</summary>
internal static class MailboxChecks
{
    /// <summary>One line a mailbox.</summary>
    internal static async IAsyncEnumerable<CheckResult> RunAsync(
        IServiceProvider services, bool storageAnswers, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var door = services.GetRequiredService<MailboxDoor>();
        foreach (var account in services.GetRequiredService<MailboxAccounts>().All)
        {
            var state = storageAnswers ? await StateAsync(services.GetRequiredService<MailboxStore>(), account.Name, cancellation) : null;
            yield return await LookAsync(door, account, state, cancellation);
        }
    }

    private static async Task<CheckResult> LookAsync(MailboxDoor door, MailboxAccount account, MailboxState? state, CancellationToken cancellation)
    {
        var check = $"mailbox {account.Name}";
        try
        {
            await using var session = await door.OpenAsync(account, cancellation);
            return new CheckResult(
                check, session.Facts.UidValidity > 0 || account.After == AfterTaking.Move,
                $"signed in; {account.Folder} holds {session.Count} mails, UIDVALIDITY {session.Facts.UidValidity}. {Told(state)}");
        }
        catch (MailboxException e)
        {
            return new CheckResult(check, false, $"{Meaning(e.Kind, account)} The server or the network said: {e.Message}. {Told(state)}");
        }
    }

    private static string Meaning(MailboxTroubleKind kind, MailboxAccount account) => kind switch
    {
        MailboxTroubleKind.SignIn => $"The sign-in is refused: check User and Password (some providers want an app password), or the application's secret and permission, and Security \"{account.Security}\".",
        MailboxTroubleKind.Refused => "The server refuses what we ask: check Folder and MoveTo.",
        MailboxTroubleKind.Unsafe => $"{account.Host} cannot be trusted as Security \"{account.Security}\" wants: check Host, Security, and the server's certificate.",
        MailboxTroubleKind.Unreachable => $"{account.Host}:{account.Port} cannot be reached: check Host, Port, Security and the firewall.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row explains this kind of trouble."),
    };

    private static string Told(MailboxState? state) => state switch
    {
        null => "",
        { Trouble: { } trouble } => string.Create(
            CultureInfo.InvariantCulture,
            $"The pipeline fails since {trouble.Since:u}, {trouble.Failures} times in a row ({trouble.Kind}: {trouble.Error}); next look {trouble.NotBefore:u}."),
        { LookedAt: { } at } => string.Create(
            CultureInfo.InvariantCulture,
            $"The pipeline looked at {at:u}: taken up to UID {state.HighWater}, {state.Waiting} waited, {state.Troubled.Count} not given by the server."),
        _ => "The pipeline has not looked yet.",
    };

    private static async Task<MailboxState?> StateAsync(MailboxStore store, string name, CancellationToken cancellation)
    {
        try
        {
            return (await store.FindAsync(name, cancellation)).State;
        }
        catch (RequestFailedException)
        {
            // The table is made when the pipeline starts for the first time.
            return null;
        }
    }
}
