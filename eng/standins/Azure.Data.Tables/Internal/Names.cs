namespace Azure.Data.Tables.Internal;

/// <summary>Names of the protocol.</summary>
internal static class Names
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ODataETag = "odata.etag";
    public const string ODataType = "@odata.type";
    public const string ODataPrefix = "odata.";
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";
    public const string NextPartitionKey = "x-ms-continuation-NextPartitionKey";
    public const string NextRowKey = "x-ms-continuation-NextRowKey";
    public const string NextTableName = "x-ms-continuation-NextTableName";
}
