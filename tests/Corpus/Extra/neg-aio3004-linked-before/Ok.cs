using System;

namespace Corpus.Extra.NegAio3004LinkedBefore;

public sealed class Chain
{
    private readonly object _sync = new object();
    private readonly Stage _last;

    public Chain(Stage last) => _last = last;

    public void AddBefore(Stage stage, string name)
    {
        var added = new Stage { Name = name };
        lock (_sync)
        {
            added.Previous = stage.Previous;
            added.Next = stage;
            stage.Previous.Next = added;
            stage.Previous = added;
        }
    }

    public void Remove(Stage stage)
    {
        lock (_sync)
        {
            stage.Previous.Next = stage.Next;
            stage.Next.Previous = stage.Previous;
        }
    }

    public void Run(Action<string> run)
    {
        for (Stage stage = _last; stage != null; stage = stage.Previous)
        {
            run(stage.Name);
        }
    }
}

public sealed class Stage
{
    public Stage Previous { get; set; }

    public Stage Next { get; set; }

    public string Name { get; set; }
}
