using MailKit.Net.Smtp;

namespace Mailroom.Pipeline.Adapters.Mail;

/// <summary>One connection with what its keeper must know of it.</summary>
internal sealed class SmtpConnection(TimeSpan patience) : IDisposable
{
    /// <summary>The client.</summary>
    public SmtpClient Client { get; } = new() { Timeout = (int)patience.TotalMilliseconds };

    /// <summary>How many mails it was used for.</summary>
    public int Mails { get; set; }

    /// <summary>Since when nobody uses it: a timestamp of the keeper's clock.</summary>
    public long IdleSince { get; set; }

    /// <summary>True when the server is still there: it may have hung up on an idle connection at any time.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await Client.NoOpAsync(cancellation);
            return Client.IsConnected;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && SmtpFailures.KindOf(e) is not null)
        {
            return false;
        }
    }

    /// <summary>Says goodbye; whether the server hears it matters to nobody.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await Client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception e) when (SmtpFailures.KindOf(e) is not null)
        {
            // Good manners only.
        }
        finally
        {
            Client.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
