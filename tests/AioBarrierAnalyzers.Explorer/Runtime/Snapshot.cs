namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>The content of a concurrent collection, replaced as a whole.</summary>
internal sealed class Snapshot<T>
    where T : class
{
    public T Content;

    public Snapshot(T content)
    {
        Content = content;
    }
}
