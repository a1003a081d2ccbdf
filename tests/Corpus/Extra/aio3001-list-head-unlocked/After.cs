namespace Corpus.Extra.Aio3001ListHeadUnlocked.After;

public sealed class Handlers
{
    private readonly object _listLock = new object();
    private Handler _front;

    public void Add(Handler handler)
    {
        lock (_listLock)
        {
            handler.Next = _front;
            _front = handler;
        }
    }

    public void DropDead()
    {
        lock (_listLock)
        {
            while (_front != null && _front.IsDead)
            {
                _front = _front.Next;
            }
        }
    }
}

public sealed class Handler
{
    internal Handler Next;

    public bool IsDead { get; set; }
}
