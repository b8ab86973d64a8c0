using Azure.Storage.Queues.Models;

namespace Mailroom.LocalHost.Hosting.Queues;

/// <summary>Decodes what lies on the wire, as host.json's messageEncoding says.</summary>
internal static class MessageBody
{
    /// <summary>The message with its decoded body; null when it is not base64 and should be.</summary>
    public static QueueMessage? Decode(QueueMessage raw, bool base64)
    {
        if (!base64)
        {
            return raw;
        }

        var text = raw.Body.ToString();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? QueuesModelFactory.QueueMessage(
                raw.MessageId,
                raw.PopReceipt,
                BinaryData.FromBytes(bytes.AsMemory(0, length)),
                raw.DequeueCount,
                raw.NextVisibleOn,
                raw.InsertedOn,
                raw.ExpiresOn)
            : null;
    }
}
