using Azure.Core;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Carries out all actions or none; one partition, at most 100 rows, each once.</summary>
    /// <exception cref="TableTransactionFailedException">One action was refused, and so all.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToList();
        if (actions.Count == 0)
        {
            throw new InvalidOperationException("A transaction must contain at least one action.");
        }

        var batch = $"batch_{Guid.NewGuid()}";
        var body = await Changeset.WriteAsync(batch, actions.Select(Message), cancellationToken).ConfigureAwait(false);
        var response = await _account.SendAsync(_requests.Batch(batch, body), cancellationToken).ConfigureAwait(false);
        var parts = Changeset.Read(response.Headers.ContentType, response.Content.ToMemory());
        return parts.FirstOrDefault(part => part.Status >= 400) is { } refusal
            ? throw new TableTransactionFailedException(new RequestFailedException(refusal, null, ErrorParser.Shared))
            : Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }

    private HttpMessage Message(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => _requests.Insert(action.Entity),
        TableTransactionActionType.Delete => _requests.Delete(action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        TableTransactionActionType.UpdateMerge => _requests.Write(action.Entity, TableUpdateMode.Merge, action.ETag),
        TableTransactionActionType.UpdateReplace => _requests.Write(action.Entity, TableUpdateMode.Replace, action.ETag),
        TableTransactionActionType.UpsertMerge => _requests.Write(action.Entity, TableUpdateMode.Merge, default),
        TableTransactionActionType.UpsertReplace => _requests.Write(action.Entity, TableUpdateMode.Replace, default),
        _ => throw new InvalidOperationException("Unknown request type."),
    };
}
